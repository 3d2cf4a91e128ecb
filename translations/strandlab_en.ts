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
    <name>cli</name>
    <message numerus="yes">
        <source>%1: %2 records (%3), %4 skipped</source>
        <translation>
            <numerusform>%1: %2 record (%3), %4 skipped</numerusform>
            <numerusform>%1: %2 records (%3), %4 skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 sequences are longer than the %2 tokens that the model reads, and are cut there</source>
        <translation>
            <numerusform>%1 sequence is longer than the %2 tokens that the model reads, and is cut there</numerusform>
            <numerusform>%1 sequences are longer than the %2 tokens that the model reads, and are cut there</numerusform>
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
    <message numerus="yes">
        <source>%1 records have lower-case letters, which are read as upper case</source>
        <translation>
            <numerusform>%1 record has lower-case letters, which are read as upper case</numerusform>
            <numerusform>%1 records have lower-case letters, which are read as upper case</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 records have T, which is read as U</source>
        <translation>
            <numerusform>%1 record has T, which is read as U</numerusform>
            <numerusform>%1 records have T, which is read as U</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 records have U, which is read as T</source>
        <translation>
            <numerusform>%1 record has U, which is read as T</numerusform>
            <numerusform>%1 records have U, which is read as T</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 records have gaps (- or .), which are removed</source>
        <translation>
            <numerusform>%1 record has gaps (- or .), which are removed</numerusform>
            <numerusform>%1 records have gaps (- or .), which are removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 records end with *, which is removed</source>
        <translation>
            <numerusform>%1 record ends with *, which is removed</numerusform>
            <numerusform>%1 records end with *, which is removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 records have no name and are numbered</source>
        <translation>
            <numerusform>%1 record has no name and is numbered</numerusform>
            <numerusform>%1 records have no name and are numbered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 records are not UTF-8 and are read as Latin-1</source>
        <translation>
            <numerusform>%1 record is not UTF-8 and is read as Latin-1</numerusform>
            <numerusform>%1 records are not UTF-8 and are read as Latin-1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 records repeat the name of an earlier one and get a number behind it</source>
        <translation>
            <numerusform>%1 record repeats the name of an earlier one and gets a number behind it</numerusform>
            <numerusform>%1 records repeat the name of an earlier one and get a number behind it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %1 records were skipped</source>
        <translation>
            <numerusform>the only record (%1) was skipped</numerusform>
            <numerusform>all %1 records were skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 sequences have no label and are not used in training</source>
        <translation>
            <numerusform>%1 sequence has no label and is not used in training</numerusform>
            <numerusform>%1 sequences have no label and are not used in training</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 sequences occur again in a part held out: figures on it flatter the model</source>
        <translation>
            <numerusform>%1 sequence occurs again in a part held out: figures on it flatter the model</numerusform>
            <numerusform>%1 sequences occur again in a part held out: figures on it flatter the model</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 sequences have copies with another label</source>
        <translation>
            <numerusform>%1 sequence has copies with another label</numerusform>
            <numerusform>%1 sequences have copies with another label</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 sequences are copies of others in their part</source>
        <translation>
            <numerusform>%1 sequence is a copy of another in its part</numerusform>
            <numerusform>%1 sequences are copies of others in their part</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 sequences have similar ones (identity %2) in a part held out: figures on it flatter the model</source>
        <translation>
            <numerusform>%1 sequence has a similar one (identity %2) in a part held out: figures on it flatter the model</numerusform>
            <numerusform>%1 sequences have similar ones (identity %2) in a part held out: figures on it flatter the model</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 sequences are longer than %2 and will be cut there</source>
        <translation>
            <numerusform>%1 sequence is longer than %2 and will be cut there</numerusform>
            <numerusform>%1 sequences are longer than %2 and will be cut there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 sequences have no label and are left out</source>
        <translation>
            <numerusform>%1 sequence has no label and is left out</numerusform>
            <numerusform>%1 sequences have no label and are left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 sequences occur in more than one part: figures on them flatter the model</source>
        <translation>
            <numerusform>%1 sequence occurs in more than one part: figures on it flatter the model</numerusform>
            <numerusform>%1 sequences occur in more than one part: figures on them flatter the model</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the run began with %1 threads and goes on with %2: bits may differ</source>
        <translation>
            <numerusform>the run began with %1 thread and goes on with %2: bits may differ</numerusform>
            <numerusform>the run began with %1 threads and goes on with %2: bits may differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the dataset %1 is used by %2 runs (%3, ...)</source>
        <translation>
            <numerusform>the dataset %1 is used by %2 run (%3)</numerusform>
            <numerusform>the dataset %1 is used by %2 runs (%3, ...)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 sequences are longer than max_len %2 (tokens) and are cut there</source>
        <translation>
            <numerusform>%1 sequence is longer than max_len %2 (tokens) and is cut there</numerusform>
            <numerusform>%1 sequences are longer than max_len %2 (tokens) and are cut there</numerusform>
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
    <name>strand::EngineLog</name>
    <message numerus="yes">
        <source>Dataset %1: %Ln sequence(s)</source>
        <translation>
            <numerusform>Dataset %1: %Ln sequence</numerusform>
            <numerusform>Dataset %1: %Ln sequences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thread(s)</source>
        <translation>
            <numerusform>%Ln thread</numerusform>
            <numerusform>%Ln threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln epoch(s)</source>
        <translation>
            <numerusform>%Ln epoch</numerusform>
            <numerusform>%Ln epochs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ends early: no better validation for %Ln epoch(s)</source>
        <translation>
            <numerusform>ends early: no better validation for %Ln epoch</numerusform>
            <numerusform>ends early: no better validation for %Ln epochs</numerusform>
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
    <name>strand::PredictPage</name>
    <message numerus="yes">
        <source>%Ln record(s) of %1 were left out.</source>
        <translation>
            <numerusform>%Ln record of %1 was left out.</numerusform>
            <numerusform>%Ln records of %1 were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sequence(s) of %1, by run %2</source>
        <translation>
            <numerusform>%Ln sequence of %1, by run %2</numerusform>
            <numerusform>%Ln sequences of %1, by run %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them longer than the %1 tokens that the model reads, and cut there</source>
        <translation>
            <numerusform>%Ln of them longer than the %1 tokens that the model reads, and cut there</numerusform>
            <numerusform>%Ln of them longer than the %1 tokens that the model reads, and cut there</numerusform>
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
