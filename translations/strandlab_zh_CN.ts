<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Attention</name>
    <message>
        <source>Layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>Head %1</source>
        <translation>第 %1 头</translation>
    </message>
    <message numerus="yes">
        <source>mean of %n head(s)</source>
        <translation>
                <numerusform>%n 个头的平均</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>highest of %n head(s)</source>
        <translation>
                <numerusform>%n 个头的最大值</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>Rollout over %n layer(s)</source>
        <translation>
                <numerusform>贯穿 %n 层的 rollout</numerusform>
            </translation>
    </message>
    <message>
        <source>Exact attention weights of the model: each row sums to 1.</source>
        <translation>模型的精确注意力权重：每行之和为 1。</translation>
    </message>
    <message>
        <source>Exact but sparse: the model compares only some pairs, the others are 0.</source>
        <translation>精确但稀疏：模型只比较部分词元对，其余为 0。</translation>
    </message>
    <message>
        <source>Implied weights: the model never forms this matrix, it follows from its approximation.</source>
        <translation>隐含权重：模型并不真正计算此矩阵，它由近似方法推得。</translation>
    </message>
    <message>
        <source>One weight a token: how much each position counts in the final summary.</source>
        <translation>每个词元一个权重：各位置在最终汇总中所占的分量。</translation>
    </message>
    <message>
        <source>Weights of the edges of the graph: pairs without an edge are 0.</source>
        <translation>图中各边的权重：没有边的词元对为 0。</translation>
    </message>
    <message>
        <source>Linear colour scale</source>
        <translation>线性色标</translation>
    </message>
    <message>
        <source>Logarithmic colour scale</source>
        <translation>对数色标</translation>
    </message>
    <message>
        <source>Colours by percentile</source>
        <translation>按百分位着色</translation>
    </message>
    <message>
        <source>the same for all heads</source>
        <translation>所有头共用</translation>
    </message>
    <message>
        <source>diagonal hidden</source>
        <translation>已隐藏对角线</translation>
    </message>
    <message>
        <source>special tokens hidden</source>
        <translation>已隐藏特殊词元</translation>
    </message>
    <message>
        <source>rows renormalised to 1 over what is shown</source>
        <translation>各行在所示范围内重新归一化为 1</translation>
    </message>
    <message>
        <source>rollout of 0.5 A + 0.5 I (Abnar &amp; Zuidema 2020)</source>
        <translation>0.5 A + 0.5 I 的 rollout（Abnar &amp; Zuidema 2020）</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a sentence</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>.</source>
        <comment>end of a sentence</comment>
        <translation>。</translation>
    </message>
    <message>
        <source>Attention shows where a model looks, not why it decides: it is not an explanation.</source>
        <translation>注意力显示模型看向哪里，而不是它为何如此判断：注意力并不等于解释。</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>key (is asked) →</source>
        <translation>键（被询问） →</translation>
    </message>
    <message>
        <source>query (asks) ↓</source>
        <translation>查询（询问） ↓</translation>
    </message>
    <message>
        <source>weight of each token</source>
        <translation>各词元的权重</translation>
    </message>
    <message>
        <source>what %1 asks</source>
        <translation>%1 询问谁</translation>
    </message>
    <message>
        <source>what each key receives, mean over the queries</source>
        <translation>各键所得权重（对查询取平均）</translation>
    </message>
    <message>
        <source>highest %1</source>
        <translation>最大 %1</translation>
    </message>
    <message>
        <source>who asks %1</source>
        <translation>谁询问 %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>about</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Pause or continue the training</source>
        <translation>暂停或继续训练</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格键</translation>
    </message>
    <message>
        <source>Next or earlier field</source>
        <translation>下一个或上一个控件</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Strandlab %1: train models on sequences, watch them learn, and look into their attention.</source>
        <translation>Strandlab %1：在序列上训练模型，观察其学习过程，并查看其注意力。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It sends nothing anywhere.</source>
        <translation>自由软件，采用 GNU 通用公共许可证第 3 版或更高版本。本程序不向任何地方发送数据。</translation>
    </message>
    <message>
        <source>Made with Qt %1, LibTorch, SQLite, QCustomPlot, Lucide icons, and the fonts Inter, JetBrains Mono and Noto.</source>
        <translation>基于 Qt %1、LibTorch、SQLite、QCustomPlot、Lucide 图标，以及 Inter、JetBrains Mono 与 Noto 字体。</translation>
    </message>
    <message>
        <source>About Strandlab</source>
        <translation>关于 Strandlab</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>"%1" names no hyperparameter</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected --hp_NAME VALUE</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>%1 has no value</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected %1 VALUE</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected "all" or a number from 0 to %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>there is no layer %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>there is no head %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>a picture of %1 sequences was asked for</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected one sequence</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>choose one with --record, or write .npy or .csv</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>"%1" does not say which format to write</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected a name that ends in .npy, .csv, .png or .svg</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>no sequence, or two sources of them, were given</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected a file of sequences, or --record with the id of a stored one</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>attention of %1 sequences written to %2</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>file of sequences</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>name or id of the run</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>id of a sequence of the run's dataset</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>all, or numbers from 0; -1 is the last</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>none, mean or max over heads, or rollout over layers</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>file to write: .npy, .csv, .png or .svg</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the project is whole (format %1)</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>run</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>state</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>Strandlab: train and look into models of biological sequences, without a window</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>results as JSON Lines</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>no progress</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>threads to compute with (default: all cores)</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>auto, cpu, cuda or cuda:N</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>language of messages: en or zh_CN</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>versions of the program and of what it rests on</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>no command was given</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>see strandlab-cli --help</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>there is no command called "%1"</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>see strandlab-cli %1 --help</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the command %1 takes no hyperparameter, but %2 was given</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Read sequence files into a project as one dataset</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>List the datasets of a project</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Lengths, composition, k-mers and duplicates of a dataset</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Divide a dataset anew into training, validation and test parts</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Write a dataset to a file</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Show the tokens of sequences, a JSON object a record</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>List the models, or the hyperparameters of one</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>The learning rate of every step, as CSV</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Train a model on a dataset</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Continue a stopped or killed run, to the same result</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>List the runs of a project</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Everything recorded of a run, and the command that repeats it</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>What differs between runs, and their figures side by side</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Figures of a run on a part of a dataset</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Classes of new sequences, as a table</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Attention maps as numbers or pictures</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Whether a project file is whole</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>project file, a path ending in .strand</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>"%1" is no ratio</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected the shares of training, validation and test, which sum to 1, e.g. 0.8,0.1,0.1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>name or id of the dataset</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>id</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>dataset</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>kind</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>records</source>
        <translation>条记录</translation>
    </message>
    <message>
        <source>classes</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>lengths</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>group</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>shortest</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>median length</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>longest</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>GC</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>duplicates</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>across parts</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>composition</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>part</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>also for each class or split</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>shares of training, validation and test, e.g. 0.8,0.1,0.1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the same seed gives the same parts</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>FASTA, or a table where the name ends in .tsv; - writes to stdout</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>"%1" is no source of labels</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>there is no format called "%1"</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>"%1" is no kind of sequence</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>"%1" says nothing about bad records</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>dataset "%1" (id %2)</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>dataset "%1" (not stored)</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>%1: %2 records (%3), %4 skipped</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>what</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>class %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>part %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>95 % are at most</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>"%1" is no name for a project</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected a path that ends in .strand</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>sequence files; gz and xz are recognised by their content</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>name of the dataset (default: that of the first file)</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>auto, dna, rna, protein or text</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>auto, or the name of a format</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>where classes come from: auto, header, filename, first-letter or none</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>auto, header, or a ratio such as 0.8,0.1,0.1 (training, validation, test)</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>at a bad record: stop, skip or replace</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>seed of a split by ratio</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>read and tell, but store nothing</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>there is no model called "%1"</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>default</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>values</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>unit</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>what it is</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>model</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>family</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>attention</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>name of a model: its hyperparameters too</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>optimiser steps of the whole run</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>take the defaults of this model</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>quick, balanced or thorough; with --model</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>warning: %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>error: %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>hint: %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the standard output could not be written: %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the file cannot be written: %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected a place that can be written</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>head %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>layer %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>query (asks)</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>key (is asked)</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>predicted</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>table to write (TSV): id, predicted class, a probability a class; - is stdout</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>best</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>test acc</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>test mcc</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>failure</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>parameters</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>seed</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>device</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>versions</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>begun</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>best epoch</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>test %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>true \ predicted</source>
        <translation>真实 \ 预测</translation>
    </message>
    <message>
        <source>name or id of a run; two or more times</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>name or id of a dataset (default: the run's own)</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>train, validation, test or all</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>(column %1, record %2)</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>(column %1)</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>(record %1)</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>char or kmer:K[:STRIDE]</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>file to write (default: stdout)</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>run "%1" (id %2): %3, %4 parameters, %5, %6 threads, seed %7</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>best epoch %1, %2, at most %3 MiB of memory</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>memory, MiB (estimated)</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>seconds an epoch (estimated)</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>whole run (estimated)</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>steps</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>training sequences</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>validation sequences</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>test sequences</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>cut at max_len</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>name of the model; see the command models</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>name of the new run (default: model and number)</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the same seed, device and threads give the same result</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>quick, balanced or thorough</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>steps between checkpoints (default: each epoch, and each minute)</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>id of the sequence whose attention is kept each epoch</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>train nothing: check the settings, estimate parameters, memory and time</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>--hp_NAME VALUE sets a hyperparameter; "strandlab-cli models MODEL" lists them.</source>
        <translation type="unfinished"/>
    </message>
</context>
<context>
    <name>confirm</name>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>records</source>
        <translation>条记录</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>批</translation>
    </message>
    <message>
        <source>sequences</source>
        <translation>条序列</translation>
    </message>
    <message>
        <source>no project is open</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Open a project or create one first</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>there is no sample named %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the training engine could not be loaded: %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Install Strandlab again, with its libraries beside the program</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the engine met an unexpected fault: %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>what was stored is safe; please report this with the log</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>there is not enough memory for this</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>make batch_size, max_len or the model smaller, or use another device</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>stopped before it began</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the sample could not be written to the folder for temporary files</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>dataset "%1" has no sequence called "%2"</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected the id of one of its sequences</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected one of %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>did you mean %1?</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>%1 sequences are longer than max_len %2 (tokens) and are cut there</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected a whole number from %1 to %2</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected a whole number</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected a number from %1 to %2</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected a number</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected whole numbers from %1 to %2, separated by commas</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected whole numbers, separated by commas</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected true or false</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected a text</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>"%1" is no value for %2</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>%1 is out of range for %2</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>item %1 of %2, "%3", cannot be used</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>known are %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>unknown hyperparameter "%1"</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the file cannot be read: %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>no such file</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>check the name and the folder</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected a file</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>a pipe or device</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>a folder</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>name the files in it</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>a %1 archive</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected text, gz or xz</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>unpack it first</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>a sequence of more than %1 residues</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected shorter sequences</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>"%1" stands before the first header</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected a line that begins with "&gt;"</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>no record</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>FASTA</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>unknown format "%1"</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>no file to import</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected at least one</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>all %1 records were skipped</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected at least one good record</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>no residue; the record is skipped</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>"%1" in record "%2" is no %3 letter</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected the letters %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>--on-bad skip leaves such records out, --on-bad replace reads such characters as %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>"%1" in column %2 is no %3 letter; the record is skipped</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>"%1" in column %2 is no %3 letter; characters read as %4: %5</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the sequences up to here need %1 MiB of memory</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected at most %1 MiB</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>import a part of them</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>all records are of class "%1"; training needs two classes</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>%1 classes for %2 records: are these labels?</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>%1 records have lower-case letters, which are read as upper case</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>%1 records have T, which is read as U</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>%1 records have U, which is read as T</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>%1 records have gaps (- or .), which are removed</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>%1 records end with *, which is removed</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>%1 records of text have blanks that the file format does not keep</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>%1 records have no name and are numbered</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>%1 records are not UTF-8 and are read as Latin-1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>%1 records repeat the name of an earlier one and get a number behind it</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the header "%1" has no label</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected a header such as &gt;name|label or &gt;name|label|train</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>--label none imports without labels, --label filename takes one class a file</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the format of the content is not known</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected one of: %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>record "%1" has a header and no sequence</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected at least one residue</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>--on-bad skip leaves such records out</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Reading %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>reading was stopped</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>train, validation and test fractions of %1, %2 and %3</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected numbers of at least 0 that sum to 1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>for example 0.8,0.1,0.1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>a validation fraction of %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected a number of at least 0 and below 1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>dataset "%1" has no sequence to train on</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected a train part</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>split it anew, for example 0.8,0.1,0.1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the text is UTF-16</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected UTF-8 or ASCII</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>save it again as UTF-8</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the file is empty</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected sequences</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>a line of more than %1 bytes</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected shorter lines</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>a NUL byte</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected text</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the file is binary or UTF-16; save it as UTF-8 text</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the packed file ends early</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected more data</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>copy or download it again</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>something else follows the %1 data</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected the end of the file</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the %1 data are damaged</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected data that match their checksum</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the xz data need more than %1 MiB of memory</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the packed file grows to more than %1 times its size</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected packed sequences</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>unpack it first if you trust it</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Long short-term memory, both directions</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Reads the sequence letter by letter from both ends and decides by what it remembers when it is through. Sees the order of letters over long distances; slower than the convolutional networks.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Numbers in the vector of a token.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Size of the memory in each direction.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Layers on top of each other.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>there is no model "%1"</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>%1 has no preset "%2"</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Longer sequences are cut to this many tokens.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>How a sequence is cut into tokens: single letters (char) or overlapping words of k letters (kmer:k); auto takes what suits the kind of sequence.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Balanced lets rare classes count as much as frequent ones while learning.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>How many sequences are learned from at once.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>How many times all training sequences are shown.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Training ends after this many epochs without a better validation result; 0 never ends it early.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Learning rate: how far each step moves the weights.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>How gradients become steps; adamw suits nearly everything.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Pull of all weights towards 0, which holds memorising back.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>The learning rate over time: constant, or a rise from warmup_lr, a hold, and a cosine fall to 0.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Steps in which the learning rate rises; -1 takes a tenth of all steps.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Steps at the full learning rate before it falls.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Learning rate at the very first step of the rise.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Gradients longer than this are shortened to it; 0 leaves them as they are.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Share of activations switched off at random while learning, against memorising.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Share of certainty taken from the true class, against overconfidence.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>input = onehot needs a weight for each word at each position, too many with tokenizer = %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected char, kmer:2 or kmer:3</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>or take input = mean</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Fully connected network</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Looks at which letters a sequence is made of, and with input = onehot also at where each of them stands. The smallest and fastest model: a good first look, and good enough where composition or fixed positions decide.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>What the network reads: the mean of all token vectors, or every token at its position (onehot, for sequences that are aligned to each other).</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Sizes of the hidden layers, first to last.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Convolutional network for text</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Looks for short patterns of a few widths anywhere in the sequence and decides by the strongest match of each. Fast and hard to beat where a motif decides; it does not see where the motif stands or how two of them are arranged.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Widths of the patterns looked for.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Patterns of each width.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Greatest length of the weight vector of a class; 0 sets no limit.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the model %1 has no attention to show</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected a run of a model with attention, e.g. TransformerEncoder</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>saliency works with every model</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the sequence is empty</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected one residue or more</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>stopped before the end; nothing was written</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>there is no sequence number %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>there is no device called "%1"</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected auto, cpu, cuda or cuda:N</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>no GPU can be used here, but "%1" was asked for</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected an NVIDIA driver and a GPU</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>use the device "cpu" or "auto"</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>there is no GPU number %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected a number from 0 to %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>dataset "%1" has the class "%2"</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected the classes of the run: %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>dataset "%1" has no sequence with a label</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>dataset "%1" has no labelled sequence in its %2 part</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>choose another part, or all sequences</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>no sequence of dataset "%1" has a label</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected sequences with a class each</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>import the file again with labels: a header "&gt;id|label", or one file a class</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>%1 sequences have no label and are left out</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the training part of dataset "%1" is empty</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the training part of dataset "%1" holds only the class "%2"</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected training sequences of two classes or more</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>import sequences of another class too, or change the split</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>class "%1" has %2 training sequences; fewer than %3 say little</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>dataset "%1" has no test part: there will be no test figures</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>%1 sequences occur in more than one part: figures on them flatter the model</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>dataset "%1" is not what run "%2" began with</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected data with the fingerprint %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>train a new run on the data as they are now</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected a stopped or interrupted run</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>run "%1" has finished</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>train a new run with more epochs to go further</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>run "%1" has failed and would fail again</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>train a new run with a smaller learning rate</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the run began on device %1 and goes on on %2: bits may differ</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the run began with %1 threads and goes on with %2: bits may differ</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the run began with "%1" and goes on with "%2": bits may differ</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the checkpoint lacks its entry "%1"</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected a checkpoint written by Strandlab</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the checkpoint's entry "%1" reads "%2"</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>run "%1" has no trained weights yet</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected a run with a checkpoint</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>train it first</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Predicting</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Training</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>run "%1" was stopped after %2 of %3 steps; its state is saved</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>resume run %1 to go on as if it had never stopped</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the disk is full</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Free some space and try again. What was saved before is safe.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the project file could not be read or written: %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Check the disk. What was saved before is safe.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the project is in use by another program</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Close it there and try again.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the project was opened for reading only</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Open it for writing, or save a copy and change that.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the project file cannot be opened: %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Check that you may read the file and write to its folder.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the project file is damaged: %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Open a copy of it that was saved earlier.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>a single value is larger than 512 MiB</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Cut very long sequences into pieces first.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the project file does not accept this: %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Check the project for damage.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the project file was moved or deleted while it was open</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Put it back, or close the project and open it where it is now.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>The project is damaged. Open a copy of it that was saved earlier.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the new name is empty</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the name %1 is in use already</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the dataset %1 has no sound number</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the dataset %1 is of no known kind</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>there are no datasets yet</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>there are: %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>there is no dataset %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the dataset %1 is used by %2 runs (%3, ...)</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Remove those runs first.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the dataset %1 has %2 sequences where %3 were stored</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the sequence %1 of dataset %2 is of no known class</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>a dataset of %1 sequences</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>%1 at most</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the dataset %1 is not as it was stored: its fingerprint differs</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>there are sequences that belong to no dataset</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Check that you may read this file.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>no project file was named</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>a path ending in .strand</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>this is a folder</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>a Strandlab project file</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Name the project file itself; it ends in .strand.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>this is a device or a pipe, not a file</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the folder %1 does not exist</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Check the path, or create the folder first.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>this is the database of another program (application id %1)</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>a Strandlab project</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Nothing in the file was changed.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>this project was made by a newer Strandlab (project version %1)</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>project version %1 or older</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Update Strandlab to open it. Nothing in the file was changed.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the project is damaged: it claims version %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the file is empty (0 bytes)</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>It may be the rest of a copy that failed: restore it from a copy, or delete it and create a new project.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>this is not a Strandlab project</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>a file that Strandlab created</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>To read sequences from it, create a project and import the file there.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>a stored description is not readable</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the file %1 holds unsaved changes of a project of this name</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Open that project once to save them, move the file away, or choose another name.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the project file cannot be created: %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the project is read-only: %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Open it for reading, or save a copy elsewhere and work there.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the folder %1 is read-only: %2</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>A project that is changed needs room for its journal: copy it to a folder that you may write to.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>this project was made by an older Strandlab (project version %1)</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>project version %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Open it for writing once; that brings it up to date.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the table %1 is missing or not as Strandlab makes it</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the project has to be brought up to date, and another program is reading it</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>this project is open already under the name %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Open it by that name.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>there is no such file</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Check the path, or create the project by importing sequences.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>this project is open in this program</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Choose another name for the copy.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>a row of table %1 refers to one that is missing</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>there is no run with the number %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>It may have been removed meanwhile.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the best checkpoint of run %1 (step %2) is damaged</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the latest checkpoint of run %1 (step %2) is damaged</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the attention of run %1 for %2 after epoch %3 is damaged</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the predictions of run %1 are damaged</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>a run is in no known state: %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>there are no runs yet</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>there is no run %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>there is no dataset with the number %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the split of run %1 is damaged</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the split of run %1 names sequences that are not there</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>there are stored values that belong to no run</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>stopped; nothing was changed</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>sequence %1 of a dataset is damaged</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Saving sequences</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>sequence %1 of a dataset is missing</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>there is no sequence %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the project is open for writing in another program</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the project is open for writing already in this program</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the project is open for writing in another program (process %1 on %2)</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Close it there first. Reading is possible meanwhile.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the project cannot be locked for writing: %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Check that you may write to %1.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected char or kmer:K[:STRIDE] with K from 1 to %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected char</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>tokenizer "%1" cannot be used for %2</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>stride "%1" cannot be used for %2-mers</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected a whole number from 1 to %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>there is not enough memory (%1)</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>lower batch_size or max_len, or choose a smaller model</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the device failed (%1)</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>try again, or choose the device cpu</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the evaluation was stopped</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the checkpoint does not fit: %1 is missing or has another shape</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>a checkpoint of the same model and the same hyperparameters</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>warmup_steps is %1, but the whole run has %2 steps</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>total steps must be larger than or equal to warmup_steps</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>lower warmup_steps, train more epochs, or set warmup_steps to -1 for a tenth of the run</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>warmup_lr is %1, but lr is %2</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>lr must be larger than or equal to warmup_lr</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>raise lr or lower warmup_lr</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the loss is no longer a finite number at step %1 (learning rate %2)</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the weights are no longer finite numbers after step %1 (learning rate %2)</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>lower lr or set grad_clip; the last sound checkpoint is kept</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>no sequence to train on has a label</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>labelled sequences in the training part</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>a checkpoint of the same run</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the checkpoint holds weights only and cannot be continued</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the checkpoint is damaged: its record of the training cannot be read</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the checkpoint was made with another seed, number of sequences, batch size or number of epochs</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected a checkpoint written by this program</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the checkpoint does not describe tensor %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>tensor %1 of the checkpoint has the unknown type "%2"</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>tensor %1 of the checkpoint has an impossible shape or place</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the data of tensor %1 lies outside the checkpoint</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>tensor %1 of the checkpoint holds values that are neither true nor false</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the checkpoint does not say where text %1 lies</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>text %1 lies outside the checkpoint</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>this is no checkpoint, or only the beginning of one (%1 bytes)</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the checkpoint is damaged: its checksum does not fit its content</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the header of the checkpoint does not fit into it</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the header of the checkpoint cannot be read</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the checkpoint holds more data than its header names</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the weights do not fit the model: %1</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected the weights of a model with the same settings</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>d_model = %1 cannot be shared equally by n_heads = %2</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>expected n_heads to divide d_model</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>last_k = %1 asks for more layers than n_layers = %2</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>with history_only = true, the first token sees nothing but itself, and pooling = cls reads only it</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>take pooling = mean or max</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Numbers in the vector of a token throughout the network.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Attention maps of each layer; must divide d_model.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Size of the hidden layer after each attention.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Neighbouring tokens that are seen together before the first attention; 0 takes each token alone.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>What the decision is made from: the mean or the maximum over all tokens, or the first one ([CLS]).</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>How the network knows where a token stands.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Positions are added to the token vectors, or take the second half of each vector (concat).</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Normalise before attention and feed-forward (pre, learns reliably) or after them (post, as first published).</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Activation of the feed-forward layer.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>The outputs of this many last layers are added up before pooling.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Biases in the maps to queries, keys, values and output.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Share of attention weights switched off at random while learning; slow.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>A token sees only itself and the tokens before it.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Transformer encoder</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Every token looks at every other one and gathers what matters; the attention can be looked at. Sees how patterns are arranged and where they stand. Needs more data and time than a convolutional network.</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>the last changes lie in %1-wal, and the folder is read-only</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Copy both files to a folder that you may write to, and open the project there.</source>
        <translation type="unfinished"/>
    </message>
</context>
<context>
    <name>figure</name>
    <message>
        <source>Export figure</source>
        <translation>导出图形</translation>
    </message>
    <message>
        <source>Figure written to %1</source>
        <translation>图形已写入 %1</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose another folder.</source>
        <translation>无法写入 %1：%2。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Export as PNG…</source>
        <translation>导出为 PNG…</translation>
    </message>
    <message>
        <source>Export as SVG…</source>
        <translation>导出为 SVG…</translation>
    </message>
    <message>
        <source>Export as PDF…</source>
        <translation>导出为 PDF…</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>复制表格</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Train models on sequences and look into their attention.</source>
        <translation>在序列上训练模型，并查看其注意力。</translation>
    </message>
    <message>
        <source>A project (.strand) to open.</source>
        <translation>要打开的项目（.strand）。</translation>
    </message>
    <message>
        <source>Open a sample: promoters, splice or motif.</source>
        <translation>打开示例：promoters、splice 或 motif。</translation>
    </message>
    <message>
        <source>Where sample projects are made (default: Documents/Strandlab).</source>
        <translation>示例项目的存放位置（默认：文档/Strandlab）。</translation>
    </message>
    <message>
        <source>Write the log to the terminal too.</source>
        <translation>同时将日志输出到终端。</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Home</source>
        <translation>主页</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>projects</name>
    <message>
        <source>Strandlab projects</source>
        <translation>Strandlab 项目</translation>
    </message>
    <message>
        <source>my project</source>
        <translation>我的项目</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>%1 is already there, so it was opened.</source>
        <translation>%1 已存在，因此直接打开。</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>There is no sample named %1.</source>
        <translation>没有名为 %1 的示例。</translation>
    </message>
    <message>
        <source>Samples: %1</source>
        <translation>可用示例：%1</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <translation>%1 副本</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>保存副本</translation>
    </message>
    <message>
        <source>A copy was saved as %1.</source>
        <translation>副本已保存为 %1。</translation>
    </message>
    <message>
        <source>Delete dataset %1?</source>
        <translation>删除数据集 %1？</translation>
    </message>
    <message>
        <source>Its sequences are removed from the project. This cannot be undone.</source>
        <translation>其序列将从项目中移除，且无法撤销。</translation>
    </message>
    <message>
        <source>Delete dataset</source>
        <translation>删除数据集</translation>
    </message>
    <message>
        <source>pasted %1</source>
        <translation>粘贴 %1</translation>
    </message>
</context>
<context>
    <name>samples</name>
    <message>
        <source>Promoters</source>
        <translation>启动子</translation>
    </message>
    <message>
        <source>106 stretches of E. coli DNA: does transcription start here? Trains in seconds.</source>
        <translation>106 段大肠杆菌 DNA：转录是否从这里开始？数秒即可训练完成。</translation>
    </message>
    <message>
        <source>Splice junctions</source>
        <translation>剪接位点</translation>
    </message>
    <message>
        <source>3,190 stretches of primate DNA: an exon's end, its start, or neither.</source>
        <translation>3,190 段灵长类 DNA：外显子的末端、起点，或两者都不是。</translation>
    </message>
    <message>
        <source>Planted motif</source>
        <translation>植入的基序</translation>
    </message>
    <message>
        <source>4,000 made sequences, half of them hide TGACGTCA: watch attention find it.</source>
        <translation>4,000 条人工序列，其中一半藏有 TGACGTCA：看注意力如何找到它。</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>record %1</source>
        <translation>记录 %1</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between what was found and what was expected</comment>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>strand::AttentionForm</name>
    <message>
        <source>Heads</source>
        <translation>注意力头</translation>
    </message>
    <message>
        <source>Each head by itself</source>
        <translation>逐个显示各头</translation>
    </message>
    <message>
        <source>Mean of the heads of a layer</source>
        <translation>一层中各头的平均</translation>
    </message>
    <message>
        <source>Highest of the heads of a layer</source>
        <translation>一层中各头的最大值</translation>
    </message>
    <message>
        <source>Rollout through all layers</source>
        <translation>贯穿所有层的 rollout</translation>
    </message>
    <message>
        <source>Colour scale</source>
        <translation>色标</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Percentile</source>
        <translation>百分位</translation>
    </message>
    <message>
        <source>The same for all heads</source>
        <translation>所有头共用</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Hide the diagonal</source>
        <translation>隐藏对角线</translation>
    </message>
    <message>
        <source>Hide special tokens</source>
        <translation>隐藏特殊词元</translation>
    </message>
    <message>
        <source>Rows sum to 1 over what is shown</source>
        <translation>各行在所示范围内之和为 1</translation>
    </message>
    <message>
        <source>Wheel: zoom. Drag: move. Click: keep a cell. Arrow keys: next cell. Home: everything.</source>
        <translation>滚轮：缩放。拖动：移动。单击：固定单元格。方向键：相邻单元格。Home：显示全部。</translation>
    </message>
</context>
<context>
    <name>strand::AttentionGrid</name>
    <message>
        <source>%1, highest weight %2</source>
        <translation>%1，最大权重 %2</translation>
    </message>
</context>
<context>
    <name>strand::AttentionPage</name>
    <message>
        <source>sequence %1</source>
        <translation>序列 %1</translation>
    </message>
    <message>
        <source>No sequence has the id %1.</source>
        <translation>没有标识为 %1 的序列。</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>best weights</source>
        <translation>最佳权重</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>Head %1</source>
        <translation>第 %1 头</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Multiplying layers…</source>
        <translation>正在逐层相乘…</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>立即查询</translation>
    </message>
    <message>
        <source>Best weights</source>
        <translation>最佳权重</translation>
    </message>
    <message>
        <source>Compute attention</source>
        <translation>计算注意力</translation>
    </message>
    <message>
        <source>predicted class %1 (%2)</source>
        <translation>预测类别 %1（%2）</translation>
    </message>
    <message>
        <source>%1 (No. %2)</source>
        <translation>%1（第 %2 条）</translation>
    </message>
    <message>
        <source>Run %1 (%2), sequence %3, weights of epoch %4.</source>
        <translation>运行 %1（%2），序列 %3，第 %4 轮的权重。</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
                <numerusform>%n 层</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>%n head(s)</source>
        <translation>
                <numerusform>%n 个头</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
                <numerusform>%n 个词元</numerusform>
            </translation>
    </message>
    <message>
        <source>The first map comes after the first epoch.</source>
        <translation>第一轮结束后会出现第一张注意力图。</translation>
    </message>
    <message>
        <source>No map is stored of this run yet.</source>
        <translation>此运行尚未保存注意力图。</translation>
    </message>
    <message>
        <source>Attention of all heads</source>
        <translation>所有头的注意力</translation>
    </message>
    <message>
        <source>%1 has no attention</source>
        <translation>%1 没有注意力</translation>
    </message>
    <message>
        <source>This model weighs positions in another way, so there is no map to show. A transformer has one for each of its heads.</source>
        <translation>该模型以其他方式衡量各位置，因此没有可显示的注意力图。Transformer 的每个头都有一张。</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>No run to look into yet</source>
        <translation>尚无可查看的运行</translation>
    </message>
    <message>
        <source>Train a model with attention, e.g. a transformer. Its maps appear here while it learns.</source>
        <translation>请训练一个带注意力的模型，例如 Transformer。训练过程中注意力图会显示在这里。</translation>
    </message>
    <message>
        <source>Go to Home</source>
        <translation>前往主页</translation>
    </message>
    <message>
        <source>All heads</source>
        <translation>所有头</translation>
    </message>
    <message>
        <source>Follow training</source>
        <translation>跟随训练</translation>
    </message>
    <message>
        <source>Show each epoch's map as it comes</source>
        <translation>每轮完成后立即显示其注意力图</translation>
    </message>
    <message>
        <source>Attention of this sequence with the best weights, or with those of this moment while the run is training</source>
        <translation>用最佳权重计算此序列的注意力；训练进行时则用当前权重</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>头</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Show the whole map</source>
        <translation>显示整张图</translation>
    </message>
</context>
<context>
    <name>strand::AttentionTables</name>
    <message>
        <source>Pairs</source>
        <translation>词元对</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Strongest pairs</source>
        <translation>最强的词元对</translation>
    </message>
    <message>
        <source>Regions that receive most attention</source>
        <translation>获得注意力最多的区域</translation>
    </message>
    <message>
        <source>Runs of residues that receive more than 1.5 times the mean</source>
        <translation>所得注意力超过平均值 1.5 倍的连续残基</translation>
    </message>
    <message>
        <source>Copy as BED</source>
        <translation>复制为 BED</translation>
    </message>
</context>
<context>
    <name>strand::BarPlot</name>
    <message>
        <source>%1 to %2</source>
        <extracomment>a range of lengths, from %1 to %2</extracomment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>尚无数据</translation>
    </message>
</context>
<context>
    <name>strand::ConfusionPlot</name>
    <message>
        <source>predicted class</source>
        <translation>预测类别</translation>
    </message>
    <message>
        <source>true class</source>
        <translation>真实类别</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>true %1, predicted %2: %3 of %4 (%5 %)</source>
        <translation>真实 %1，预测 %2：%4 条中有 %3 条（%5 %）</translation>
    </message>
    <message>
        <source>true \ predicted</source>
        <translation>真实 \ 预测</translation>
    </message>
</context>
<context>
    <name>strand::CurvePlot</name>
    <message>
        <source>Logarithmic axis</source>
        <translation>对数坐标轴</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Show the data as a table</source>
        <translation>以表格显示数据</translation>
    </message>
    <message>
        <source>Axis, data and export of this plot</source>
        <translation>此图的坐标轴、数据与导出</translation>
    </message>
</context>
<context>
    <name>strand::DataPage</name>
    <message numerus="yes">
        <source>%n sequence(s)</source>
        <extracomment>how many sequences pass the filter</extracomment>
        <translation>
                <numerusform>%n 条序列</numerusform>
            </translation>
    </message>
    <message>
        <source>DNA</source>
        <translation>DNA</translation>
    </message>
    <message>
        <source>RNA</source>
        <translation>RNA</translation>
    </message>
    <message>
        <source>protein</source>
        <translation>蛋白质</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message numerus="yes">
        <source>%n %1 sequence(s)</source>
        <translation>
                <numerusform>%n 条%1序列</numerusform>
            </translation>
    </message>
    <message>
        <source>length %1</source>
        <translation>长度 %1</translation>
    </message>
    <message>
        <source>lengths %1 to %2, median %3</source>
        <translation>长度 %1 至 %2，中位数 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n duplicate(s)</source>
        <translation>
                <numerusform>%n 条重复</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>%n across splits</source>
        <translation>
                <numerusform>其中 %n 条跨越数据划分</numerusform>
            </translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>residues</source>
        <translation>残基</translation>
    </message>
    <message>
        <source>sequences</source>
        <translation>序列数</translation>
    </message>
    <message>
        <source>Classes and splits</source>
        <translation>类别与划分</translation>
    </message>
    <message>
        <source>no split</source>
        <translation>未划分</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>Composition</source>
        <translation>组成</translation>
    </message>
    <message>
        <source>percent</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>所有类别</translation>
    </message>
    <message>
        <source>All splits</source>
        <translation>所有划分</translation>
    </message>
    <message>
        <source>No sequences yet</source>
        <translation>尚无序列</translation>
    </message>
    <message>
        <source>No project is open</source>
        <translation>尚未打开项目</translation>
    </message>
    <message>
        <source>Drop a FASTA file here, or choose one. Plain and gz files are read; you see what was understood before anything is stored.</source>
        <translation>将 FASTA 文件拖到此处，或选择一个文件。支持普通文件与 gz 文件；存储之前您会先看到识别结果。</translation>
    </message>
    <message>
        <source>A project keeps sequences, runs and results together in one file.</source>
        <translation>项目将序列、运行与结果保存在同一个文件中。</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Open or create a project</source>
        <translation>打开或新建项目</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Find a name or a motif</source>
        <translation>查找名称或基序</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>序列</translation>
    </message>
</context>
<context>
    <name>strand::EngineHost</name>
    <message>
        <source>Open project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Open sample</source>
        <translation>打开示例</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Train %1</source>
        <translation>训练 %1</translation>
    </message>
    <message>
        <source>Resume training</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
</context>
<context>
    <name>strand::EpochSlider</name>
    <message>
        <source>Training time</source>
        <translation>训练时间</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Play the training time</source>
        <translation>播放训练过程</translation>
    </message>
</context>
<context>
    <name>strand::HomePage</name>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>See what a model learns from sequences</source>
        <translation>看看模型从序列中学到了什么</translation>
    </message>
    <message>
        <source>Load DNA, RNA, protein or text, train a model, watch it learn, and look into its attention. Everything stays on this computer.</source>
        <translation>载入 DNA、RNA、蛋白质或文本，训练模型，观察学习过程，并查看其注意力。一切数据都留在本机。</translation>
    </message>
    <message>
        <source>Start with a sample</source>
        <translation>从示例开始</translation>
    </message>
    <message>
        <source>Your own sequences</source>
        <translation>使用自己的序列</translation>
    </message>
    <message>
        <source>A project is one file that holds data, runs and what you looked at. FASTA, FASTQ, CSV and text can be imported, or dropped on this window.</source>
        <translation>一个项目就是一个文件，保存数据、运行与查看状态。可以导入 FASTA、FASTQ、CSV 与文本，也可以直接拖放到本窗口。</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>新建项目…</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>打开项目…</translation>
    </message>
</context>
<context>
    <name>strand::HyperparameterEditor</name>
    <message>
        <source>%1 to %2 %3 · default %4</source>
        <extracomment>range of a hyperparameter: %1 to %2, with unit %3 (may be empty) and default %4</extracomment>
        <translation>%1 至 %2 %3 · 默认 %4</translation>
    </message>
    <message>
        <source>default %1</source>
        <translation>默认 %1</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>恢复为 %1</translation>
    </message>
</context>
<context>
    <name>strand::HyperparameterForm</name>
    <message>
        <source>Quick look</source>
        <translation>快速浏览</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>均衡</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>精细</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Quick look: a first result soon. Balanced: the recommended settings. Thorough: larger and longer.</source>
        <translation>快速浏览：尽快得到初步结果。均衡：推荐设置。精细：模型更大、训练更久。</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Every value back to the preset</source>
        <translation>所有数值恢复为预设</translation>
    </message>
    <message>
        <source>Settings of %1</source>
        <translation>%1 的设置</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Expert</source>
        <translation>专家选项</translation>
    </message>
</context>
<context>
    <name>strand::ImportPanel</name>
    <message>
        <source>Sequence files</source>
        <translation>序列文件</translation>
    </message>
    <message>
        <source>Sequence files (*.fa *.fasta *.fna *.faa *.txt *.gz);;All files (*)</source>
        <translation>序列文件 (*.fa *.fasta *.fna *.faa *.txt *.gz);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>DNA</source>
        <translation>DNA</translation>
    </message>
    <message>
        <source>RNA</source>
        <translation>RNA</translation>
    </message>
    <message>
        <source>protein</source>
        <translation>蛋白质</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>lengths %1 to %2</source>
        <translation>长度 %1 至 %2</translation>
    </message>
    <message>
        <source>no labels</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>classes %1</source>
        <translation>类别 %1</translation>
    </message>
    <message>
        <source>split given in the file</source>
        <translation>文件中已有划分</translation>
    </message>
    <message>
        <source>no split in the file</source>
        <translation>文件中没有划分</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
                <numerusform>另有 %n 条</numerusform>
            </translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>This cannot be imported yet</source>
        <translation>目前还不能导入</translation>
    </message>
    <message>
        <source>Import sequences</source>
        <translation>导入序列</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Name of the dataset</source>
        <translation>数据集名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Train, validation, test</source>
        <translation>训练、验证、测试</translation>
    </message>
    <message>
        <source>Unexpected characters</source>
        <translation>意外字符</translation>
    </message>
    <message>
        <source>Recognise</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>Protein</source>
        <translation>蛋白质</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>In the header: &gt;name|label|split</source>
        <translation>在标题行中：&gt;名称|标签|划分</translation>
    </message>
    <message>
        <source>One class a file</source>
        <translation>每个文件一类</translation>
    </message>
    <message>
        <source>First letter of the name</source>
        <translation>名称首字母</translation>
    </message>
    <message>
        <source>No labels</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>Stop and tell</source>
        <translation>停止并提示</translation>
    </message>
    <message>
        <source>Skip the sequence</source>
        <translation>跳过该序列</translation>
    </message>
    <message>
        <source>Replace by N or X</source>
        <translation>替换为 N 或 X</translation>
    </message>
    <message>
        <source>As in the file</source>
        <translation>按文件所给</translation>
    </message>
    <message>
        <source>Anew: 80 %, 10 %, 10 % of each class</source>
        <translation>重新划分：各类 80 %、10 %、10 %</translation>
    </message>
    <message>
        <source>Skip such sequences</source>
        <translation>跳过此类序列</translation>
    </message>
    <message>
        <source>Import without labels</source>
        <translation>不带标签导入</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>First records of the files</source>
        <translation>文件的前几条记录</translation>
    </message>
</context>
<context>
    <name>strand::LogDock</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter of the log</source>
        <translation>日志筛选</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告与错误</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Copy what is shown</source>
        <translation>复制所显示的内容</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
</context>
<context>
    <name>strand::MainWindow</name>
    <message>
        <source>Sequences belong to a project.</source>
        <translation>序列属于项目。</translation>
    </message>
    <message>
        <source>Open a project or create one, then import into it.</source>
        <translation>请先打开或新建项目，再导入序列。</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>新建项目…</translation>
    </message>
    <message>
        <source>Stopping and saving. The window closes by itself.</source>
        <translation>正在停止并保存，窗口将自动关闭。</translation>
    </message>
    <message>
        <source>This page has nothing to export</source>
        <translation>此页面没有可导出的内容</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Samples</source>
        <translation>示例(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>文字大小(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>数据(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Current dataset</source>
        <translation>当前数据集(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>De&amp;vice</source>
        <translation>设备(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>窗口(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export what this page shows</source>
        <translation>导出此页面显示的内容</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Tasks (%1)</source>
        <translation>任务（%1）</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
</context>
<context>
    <name>strand::MatrixView</name>
    <message>
        <source>hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>query (asks) %1 → key (is asked) %2: %3</source>
        <translation>查询（询问）%1 → 键（被询问）%2：%3</translation>
    </message>
    <message>
        <source>query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>query token</source>
        <translation>查询词元</translation>
    </message>
    <message>
        <source>key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>key token</source>
        <translation>键词元</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
</context>
<context>
    <name>strand::MessageRow</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>strand::ModelList</name>
    <message>
        <source>exact attention</source>
        <translation>精确注意力</translation>
    </message>
    <message>
        <source>sparse attention</source>
        <translation>稀疏注意力</translation>
    </message>
    <message>
        <source>implied attention</source>
        <translation>隐含注意力</translation>
    </message>
    <message>
        <source>attention weights</source>
        <translation>注意力权重</translation>
    </message>
    <message>
        <source>edge weights</source>
        <translation>边权重</translation>
    </message>
    <message>
        <source>no attention</source>
        <translation>无注意力</translation>
    </message>
    <message>
        <source>Classic networks</source>
        <translation>经典网络</translation>
    </message>
    <message>
        <source>Transformers</source>
        <translation>Transformer</translation>
    </message>
    <message>
        <source>Graph networks</source>
        <translation>图网络</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>strand::ModelPage</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>The engine is starting…</source>
        <translation>引擎正在启动…</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1 what attention means for the model, %2 the paper</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Before training</source>
        <translation>训练之前</translation>
    </message>
    <message>
        <source>Trainable parameters</source>
        <translation>可训练参数</translation>
    </message>
    <message>
        <source>Sequences to train on</source>
        <translation>训练序列</translation>
    </message>
    <message>
        <source>for validation</source>
        <translation>用于验证</translation>
    </message>
    <message>
        <source>for the test</source>
        <translation>用于测试</translation>
    </message>
    <message>
        <source>Steps per epoch</source>
        <translation>每轮步数</translation>
    </message>
    <message>
        <source>Steps in all</source>
        <translation>总步数</translation>
    </message>
    <message>
        <source>Memory, about</source>
        <translation>内存（约）</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1 MiB</translation>
    </message>
    <message>
        <source>Time per epoch, about</source>
        <translation>每轮用时（约）</translation>
    </message>
    <message numerus="yes">
        <source>%n sequence(s) are longer than max_len and will be cut</source>
        <translation>
                <numerusform>有 %n 条序列长于 max_len，将被截断</numerusform>
            </translation>
    </message>
    <message>
        <source>Import sequences to see parameters, memory and steps.</source>
        <translation>导入序列后即可看到参数量、内存与步数。</translation>
    </message>
    <message>
        <source>An estimate follows when the running training has ended.</source>
        <translation>当前训练结束后将给出估计。</translation>
    </message>
    <message>
        <source>Estimating…</source>
        <translation>正在估计…</translation>
    </message>
    <message>
        <source>Train %1</source>
        <translation>训练 %1</translation>
    </message>
    <message>
        <source>Open a project with sequences first.</source>
        <translation>请先打开含有序列的项目。</translation>
    </message>
    <message>
        <source>A setting is out of range.</source>
        <translation>有设置超出范围。</translation>
    </message>
    <message>
        <source>Another run is training.</source>
        <translation>另一个运行正在训练。</translation>
    </message>
</context>
<context>
    <name>strand::OptionsPanel</name>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
</context>
<context>
    <name>strand::PairTableModel</name>
    <message>
        <source>query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
</context>
<context>
    <name>strand::RegionTableModel</name>
    <message>
        <source>from</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>to</source>
        <translation>终点</translation>
    </message>
    <message>
        <source>receives</source>
        <translation>获得</translation>
    </message>
    <message>
        <source>times mean</source>
        <translation>相对平均</translation>
    </message>
    <message>
        <source>first residue, from 1</source>
        <translation>第一个残基（从 1 计）</translation>
    </message>
    <message>
        <source>last residue</source>
        <translation>最后一个残基</translation>
    </message>
    <message>
        <source>mean weight its residues receive from all queries</source>
        <translation>其残基从所有查询处获得的平均权重</translation>
    </message>
    <message>
        <source>over the mean of all residues</source>
        <translation>与所有残基平均值之比</translation>
    </message>
</context>
<context>
    <name>strand::ResultsView</name>
    <message>
        <source>Test set</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>Validation set</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>By class</source>
        <translation>按类别</translation>
    </message>
    <message>
        <source>Figures of each class</source>
        <translation>各类别的指标</translation>
    </message>
    <message>
        <source>test set</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>validation set, best epoch</source>
        <translation>验证集（最佳轮）</translation>
    </message>
    <message>
        <source>Confusion matrix, %1</source>
        <translation>混淆矩阵，%1</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>MCC</source>
        <translation>MCC</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>ROC-AUC</source>
        <translation>ROC-AUC</translation>
    </message>
    <message>
        <source>sensitivity</source>
        <translation>灵敏度</translation>
    </message>
    <message>
        <source>specificity</source>
        <translation>特异度</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>PR-AUC</source>
        <translation>PR-AUC</translation>
    </message>
    <message numerus="yes">
        <source>%n sequence(s)</source>
        <translation>
                <numerusform>%n 条序列</numerusform>
            </translation>
    </message>
    <message>
        <source>There is no test set, or it has not been read yet: it is read once, when a run ends.</source>
        <translation>没有测试集，或尚未评估：测试集只在运行结束时评估一次。</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>sequences</source>
        <translation>序列</translation>
    </message>
</context>
<context>
    <name>strand::RunTableModel</name>
    <message>
        <source>Created</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Rename run</source>
        <translation>重命名运行</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Validation ACC</source>
        <translation>验证 ACC</translation>
    </message>
    <message>
        <source>Validation MCC</source>
        <translation>验证 MCC</translation>
    </message>
    <message>
        <source>Test ACC</source>
        <translation>测试 ACC</translation>
    </message>
    <message>
        <source>Test MCC</source>
        <translation>测试 MCC</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
</context>
<context>
    <name>strand::RunsDock</name>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>尚无运行</translation>
    </message>
    <message>
        <source>Each training is kept here with its settings and its quality.</source>
        <translation>每次训练都会连同其设置与效果保存在这里。</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>No project is open</source>
        <translation>尚未打开项目</translation>
    </message>
    <message>
        <source>Runs belong to a project.</source>
        <translation>运行属于项目。</translation>
    </message>
    <message>
        <source>Open a sample</source>
        <translation>打开示例</translation>
    </message>
    <message>
        <source>Make it the current run</source>
        <translation>设为当前运行</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Delete run %1?</source>
        <translation>删除运行 %1？</translation>
    </message>
    <message>
        <source>Its curves, checkpoints, attention and predictions are removed from the project. This cannot be undone.</source>
        <translation>其曲线、检查点、注意力与预测将从项目中移除，且无法撤销。</translation>
    </message>
    <message>
        <source>Delete run</source>
        <translation>删除运行</translation>
    </message>
</context>
<context>
    <name>strand::SequencePicker</name>
    <message>
        <source>followed during training</source>
        <translation>训练期间跟踪</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Id of the sequence</source>
        <translation>序列标识</translation>
    </message>
    <message>
        <source>Choose a sequence seen before, or type an id and press Enter</source>
        <translation>选择查看过的序列，或输入标识后按回车</translation>
    </message>
    <message>
        <source>No. </source>
        <comment>place of a sequence in its dataset</comment>
        <translation>第 </translation>
    </message>
    <message>
        <source>Place of the sequence in the dataset</source>
        <translation>序列在数据集中的位置</translation>
    </message>
</context>
<context>
    <name>strand::SequenceTableModel</name>
    <message>
        <source>train</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>序列</translation>
    </message>
</context>
<context>
    <name>strand::Session</name>
    <message>
        <source>Run %1 was interrupted at epoch %2 of %3.</source>
        <translation>运行 %1 在第 %2 轮（共 %3 轮）时中断。</translation>
    </message>
    <message>
        <source>It continues from its last checkpoint to the same result as if it had never stopped.</source>
        <translation>它将从最近的检查点继续，得到与从未中断时相同的结果。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>strand::StatusStrip</name>
    <message numerus="yes">
        <source>%1 DNA sequence(s)</source>
        <extracomment>%1 is the number, grouped</extracomment>
        <translation>
                <numerusform>%1 条 DNA 序列</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>%1 RNA sequence(s)</source>
        <translation>
                <numerusform>%1 条 RNA 序列</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>%1 protein sequence(s)</source>
        <translation>
                <numerusform>%1 条蛋白质序列</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>%1 text(s)</source>
        <translation>
                <numerusform>%1 条文本</numerusform>
            </translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Starting the engine…</source>
        <translation>正在启动引擎…</translation>
    </message>
    <message>
        <source>%1 · epoch %2/%3</source>
        <extracomment>status bar: name of a run, epochs done of epochs planned</extracomment>
        <translation>%1 · 第 %2/%3 轮</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>更改均已保存</translation>
    </message>
    <message>
        <source>%1 left</source>
        <extracomment>status bar: time that remains, e.g. "0:41 left"</extracomment>
        <translation>剩余 %1</translation>
    </message>
</context>
<context>
    <name>strand::TaskRow</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>取消 %1</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>%1 of %2 %3</source>
        <extracomment>task: done of total, with a unit: "120 of 400 batches"</extracomment>
        <translation>%1 / %2 %3</translation>
    </message>
    <message>
        <source>%1/s</source>
        <extracomment>task: rate</extracomment>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
</context>
<context>
    <name>strand::TasksDock</name>
    <message>
        <source>Nothing is running</source>
        <translation>没有正在进行的任务</translation>
    </message>
    <message>
        <source>Imports, trainings and questions to a model appear here while they run.</source>
        <translation>导入、训练以及对模型的查询在进行时会显示在这里。</translation>
    </message>
</context>
<context>
    <name>strand::TrainPage</name>
    <message>
        <source>Not started</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Discard run %1? Its curves and weights are thrown away. To keep what it has learned, finish it now instead.</source>
        <translation>丢弃运行 %1？其曲线与权重将被删除。若想保留学到的内容，请改为立即结束。</translation>
    </message>
    <message>
        <source>Discard run</source>
        <translation>丢弃运行</translation>
    </message>
    <message>
        <source>Keep training</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>Smoothing: none</source>
        <translation>平滑：无</translation>
    </message>
    <message>
        <source>Smoothing: %1</source>
        <translation>平滑：%1</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>共 %1</translation>
    </message>
    <message>
        <source>best so far: %1</source>
        <translation>目前最佳：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
                <numerusform>%n 步</numerusform>
            </translation>
    </message>
    <message>
        <source>Test %1</source>
        <translation>测试 %1</translation>
    </message>
    <message>
        <source>validation %1</source>
        <translation>验证 %1</translation>
    </message>
    <message>
        <source>Validation %1</source>
        <translation>验证 %1</translation>
    </message>
    <message>
        <source>%1 in epoch %2, the best</source>
        <translation>%1（第 %2 轮，最佳）</translation>
    </message>
    <message>
        <source>after the first epoch</source>
        <translation>第一轮之后</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>MCC</source>
        <translation>MCC</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>sequences/s</source>
        <translation>序列/秒</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Training time</source>
        <translation>训练时间</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>已用 %1</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>新运行</translation>
    </message>
    <message>
        <source>The first numbers come in a moment.</source>
        <translation>首批数值即将出现。</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1，数据集 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n parameter(s)</source>
        <translation>
                <numerusform>%n 个参数</numerusform>
            </translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Run %1: %2</source>
        <translation>运行 %1：%2</translation>
    </message>
    <message>
        <source>Faint: each batch; bold: moving average.</source>
        <translation>浅色：每批；粗线：滑动平均。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>效果</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Nothing has been trained yet</source>
        <translation>尚未训练</translation>
    </message>
    <message>
        <source>Choose a model and press Train. The curves grow here while it learns.</source>
        <translation>选择模型并点击“训练”。学习过程中曲线会在这里延伸。</translation>
    </message>
    <message>
        <source>Open a project or a sample first. The curves grow here while a model learns.</source>
        <translation>请先打开项目或示例。模型学习时曲线会在这里延伸。</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Go to Home</source>
        <translation>前往主页</translation>
    </message>
    <message>
        <source>Start a new run</source>
        <translation>开始新运行</translation>
    </message>
    <message>
        <source>Train the model of the Model page with its settings</source>
        <translation>按“模型”页的模型与设置进行训练</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Go on from the last checkpoint, to the same result as if it had never stopped</source>
        <translation>从最近的检查点继续，结果与从未停止时相同</translation>
    </message>
    <message>
        <source>Wait at the next batch; nothing is lost</source>
        <translation>在下一批处等待；不会丢失任何内容</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Save a checkpoint and stop; the run can be resumed later</source>
        <translation>保存检查点并停止；之后可以继续</translation>
    </message>
    <message>
        <source>Finish now and keep</source>
        <translation>立即结束并保留</translation>
    </message>
    <message>
        <source>End here: the best weights so far are kept and tested</source>
        <translation>到此结束：保留目前的最佳权重并进行测试</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>丢弃…</translation>
    </message>
    <message>
        <source>Throw this run away</source>
        <translation>丢弃此运行</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>ROC-AUC</source>
        <translation>ROC-AUC</translation>
    </message>
    <message>
        <source>training accuracy</source>
        <translation>训练准确率</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>The loss of each batch appears here.</source>
        <translation>每批的损失会显示在这里。</translation>
    </message>
    <message>
        <source>Quality on the validation set appears after the first epoch.</source>
        <translation>第一轮之后会显示验证集上的效果。</translation>
    </message>
    <message>
        <source>The learning rate of each step appears here.</source>
        <translation>每一步的学习率会显示在这里。</translation>
    </message>
    <message>
        <source>Horizontal axis</source>
        <translation>横轴</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Loss axis</source>
        <translation>损失轴</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Wheel: zoom. Drag: move. Double click: everything. Click a name in a legend to hide its curve.</source>
        <translation>滚轮：缩放。拖动：移动。双击：显示全部。单击图例中的名称可隐藏曲线。</translation>
    </message>
</context>
<context>
    <name>strand::WindowActions</name>
    <message>
        <source>Discard this run?</source>
        <translation>丢弃此运行？</translation>
    </message>
    <message>
        <source>Its curves and weights are thrown away. To keep what it has learned, finish it now instead.</source>
        <translation>其曲线与权重将被删除。若想保留学到的内容，请改为立即结束。</translation>
    </message>
    <message>
        <source>Discard run</source>
        <translation>丢弃运行</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Let the training go on</source>
        <translation>让训练继续进行</translation>
    </message>
    <message>
        <source>The training waits at the next batch; questions to the model are still answered</source>
        <translation>训练在下一批处等待；对模型的查询仍会得到回答</translation>
    </message>
    <message>
        <source>Open a project and import sequences first</source>
        <translation>请先打开项目并导入序列</translation>
    </message>
    <message>
        <source>Import sequences first</source>
        <translation>请先导入序列</translation>
    </message>
    <message>
        <source>Train the chosen model on the current dataset</source>
        <translation>在当前数据集上训练所选模型</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>新建项目(&amp;N)…</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation>打开项目(&amp;O)…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Save a &amp;copy…</source>
        <translation>保存副本(&amp;C)…</translation>
    </message>
    <message>
        <source>C&amp;lose project</source>
        <translation>关闭项目(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Paste sequences</source>
        <translation>粘贴序列(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>&amp;Delete dataset…</source>
        <translation>删除数据集(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Stop, can be resumed</source>
        <translation>停止，可继续(&amp;S)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Save a checkpoint and stop; the run can be resumed later</source>
        <translation>保存检查点并停止；之后可以继续</translation>
    </message>
    <message>
        <source>&amp;Finish now and keep</source>
        <translation>立即结束并保留(&amp;F)</translation>
    </message>
    <message>
        <source>End here: the best weights so far are kept and tested</source>
        <translation>到此结束：保留目前的最佳权重并进行测试</translation>
    </message>
    <message>
        <source>&amp;Discard…</source>
        <translation>丢弃(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Resume the current run</source>
        <translation>继续当前运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Simple layout</source>
        <translation>简洁布局(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Options</source>
        <translation>选项(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Runs, tasks and log</source>
        <translation>运行、任务与日志(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>放大文字(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>缩小文字(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Normal text</source>
        <translation>标准文字(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Strandlab</source>
        <translation>关于 Strandlab(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>高对比度(&amp;H)</translation>
    </message>
    <message>
        <source>There are no sequences on the clipboard.</source>
        <translation>剪贴板中没有序列。</translation>
    </message>
    <message>
        <source>Copy FASTA text or lines of residues first.</source>
        <translation>请先复制 FASTA 文本或残基序列行。</translation>
    </message>
    <message>
        <source>Nothing opened yet</source>
        <translation>尚未打开过项目</translation>
    </message>
    <message>
        <source>No dataset yet</source>
        <translation>尚无数据集</translation>
    </message>
    <message>
        <source>The engine is starting</source>
        <translation>引擎正在启动</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
</context>
<context>
    <name>table</name>
    <message>
        <source>Save table</source>
        <translation>保存表格</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose another folder.</source>
        <translation>无法写入 %1：%2。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the whole table</source>
        <translation>复制整个表格</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>另存为 CSV…</translation>
    </message>
    <message>
        <source>Save as TSV…</source>
        <translation>另存为 TSV…</translation>
    </message>
</context>
</TS>
