<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Attention</name>
    <message numerus="yes">
        <source>mean of %n head(s)</source>
        <translation>
            <numerusform>mean of %n head</numerusform>
            <numerusform>mean of %n heads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>highest of %n head(s)</source>
        <translation>
            <numerusform>highest of %n head</numerusform>
            <numerusform>highest of %n heads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rollout over %n layer(s)</source>
        <translation>
            <numerusform>Rollout over %n layer</numerusform>
            <numerusform>Rollout over %n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message numerus="yes">
        <source>bytes</source>
        <translation>
            <numerusform>byte</numerusform>
            <numerusform>bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>records</source>
        <translation>
            <numerusform>record</numerusform>
            <numerusform>records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>batches</source>
        <translation>
            <numerusform>batch</numerusform>
            <numerusform>batches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sequences</source>
        <translation>
            <numerusform>sequence</numerusform>
            <numerusform>sequences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>steps</name>
    <message numerus="yes">
        <source>set the class of %n sequence(s)</source>
        <translation>
            <numerusform>set the class of %n sequence</numerusform>
            <numerusform>set the class of %n sequences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>leave out %n sequence(s)</source>
        <translation>
            <numerusform>leave out %n sequence</numerusform>
            <numerusform>leave out %n sequences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>move %n sequence(s)</source>
        <translation>
            <numerusform>move %n sequence</numerusform>
            <numerusform>move %n sequences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>strand::AttentionPage</name>
    <message numerus="yes">
        <source>%Ln layer(s)</source>
        <translation>
            <numerusform>%Ln layer</numerusform>
            <numerusform>%Ln layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln head(s)</source>
        <translation>
            <numerusform>%Ln head</numerusform>
            <numerusform>%Ln heads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>strand::DataPage</name>
    <message numerus="yes">
        <source>%Ln class(es)</source>
        <translation>
            <numerusform>%Ln class</numerusform>
            <numerusform>%Ln classes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out</source>
        <translation>
            <numerusform>%Ln left out</numerusform>
            <numerusform>%Ln left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) of the files were left out.</source>
        <translation>
            <numerusform>%Ln record of the files was left out.</numerusform>
            <numerusform>%Ln records of the files were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>strand::ImportPanel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>strand::ImportPreview</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>First %n record(s)</source>
        <translation>
            <numerusform>First %n record</numerusform>
            <numerusform>First %n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln class(es): %2</source>
        <translation>
            <numerusform>%1, %Ln class: %2</numerusform>
            <numerusform>%1, %Ln classes: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>strand::IssueCards</name>
    <message numerus="yes">
        <source>%Ln thing(s) to look at</source>
        <translation>
            <numerusform>%Ln thing to look at</numerusform>
            <numerusform>%Ln things to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>strand::LogoPlot</name>
    <message numerus="yes">
        <source>bits · %Ln sequence(s)</source>
        <translation>
            <numerusform>bits · %Ln sequence</numerusform>
            <numerusform>bits · %Ln sequences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>strand::ModelPage</name>
    <message numerus="yes">
        <source>%Ln sequence(s) are longer than max_len and will be cut</source>
        <translation>
            <numerusform>%Ln sequence is longer than max_len and will be cut</numerusform>
            <numerusform>%Ln sequences are longer than max_len and will be cut</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>strand::PreparePanel</name>
    <message numerus="yes">
        <source>%Ln sequence(s) repeat another one, %1 of them across parts.</source>
        <translation>
            <numerusform>%Ln sequence repeats another one, %1 across parts.</numerusform>
            <numerusform>%Ln sequences repeat another one, %1 of them across parts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>strand::ResultsView</name>
    <message numerus="yes">
        <source>%Ln sequence(s)</source>
        <translation>
            <numerusform>%Ln sequence</numerusform>
            <numerusform>%Ln sequences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>strand::SequenceBrowser</name>
    <message numerus="yes">
        <source>%Ln sequence(s)</source>
        <extracomment>the rows that pass the filters, of all</extracomment>
        <translation>
            <numerusform>%Ln sequence</numerusform>
            <numerusform>%Ln sequences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sequence(s) selected</source>
        <translation>
            <numerusform>%Ln sequence selected</numerusform>
            <numerusform>%Ln sequences selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln residue(s)</source>
        <translation>
            <numerusform>%Ln residue</numerusform>
            <numerusform>%Ln residues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>strand::StatusStrip</name>
    <message numerus="yes">
        <source>%1 DNA sequence(s)</source>
        <extracomment>%1 is the number, grouped</extracomment>
        <translation>
            <numerusform>%1 DNA sequence</numerusform>
            <numerusform>%1 DNA sequences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 RNA sequence(s)</source>
        <translation>
            <numerusform>%1 RNA sequence</numerusform>
            <numerusform>%1 RNA sequences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 protein sequence(s)</source>
        <translation>
            <numerusform>%1 protein sequence</numerusform>
            <numerusform>%1 protein sequences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 text(s)</source>
        <translation>
            <numerusform>%1 text</numerusform>
            <numerusform>%1 texts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>strand::StepList</name>
    <message numerus="yes">
        <source>%Ln sequence(s) changed</source>
        <translation>
            <numerusform>%Ln sequence changed</numerusform>
            <numerusform>%Ln sequences changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out</source>
        <translation>
            <numerusform>%Ln left out</numerusform>
            <numerusform>%Ln left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s)</source>
        <translation>
            <numerusform>%Ln cluster</numerusform>
            <numerusform>%Ln clusters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>strand::TrainPage</name>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln step</numerusform>
            <numerusform>%Ln steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln parameter(s)</source>
        <translation>
            <numerusform>%Ln parameter</numerusform>
            <numerusform>%Ln parameters</numerusform>
        </translation>
    </message>
</context>
</TS>
