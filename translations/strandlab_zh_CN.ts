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
    <name>QFileDialog</name>
    <message>
        <source>Look in:</source>
        <translation>查找范围：</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>目录：</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>文件名(&amp;N)：</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>文件类型：</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>选择(&amp;C)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>上级目录</translation>
    </message>
    <message>
        <source>Go to the parent directory</source>
        <translation>转到上级目录</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation>新建文件夹</translation>
    </message>
    <message>
        <source>Create a New Folder</source>
        <translation>新建文件夹</translation>
    </message>
    <message>
        <source>List View</source>
        <translation>列表视图</translation>
    </message>
    <message>
        <source>Change to list view mode</source>
        <translation>切换到列表视图</translation>
    </message>
    <message>
        <source>Detail View</source>
        <translation>详细视图</translation>
    </message>
    <message>
        <source>Change to detail view mode</source>
        <translation>切换到详细视图</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Show &amp;hidden files</source>
        <translation>显示隐藏文件(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;New Folder</source>
        <translation>新建文件夹(&amp;N)</translation>
    </message>
    <message>
        <source>New Folder</source>
        <translation>新建文件夹</translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Recent Places</source>
        <translation>最近位置</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>%1
File not found.
Please verify the correct file name was given.</source>
        <translation>%1
未找到文件。
请检查文件名是否正确。</translation>
    </message>
    <message>
        <source>%1
Directory not found.
Please verify the correct directory name was given.</source>
        <translation>%1
未找到目录。
请检查目录名是否正确。</translation>
    </message>
    <message>
        <source>%1 already exists.
Do you want to replace it?</source>
        <translation>%1 已存在。
是否替换？</translation>
    </message>
    <message>
        <source>Are you sure you want to delete &apos;%1&apos;?</source>
        <translation>确定要删除“%1”吗？</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Date Modified</source>
        <translation>修改日期</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>计算机</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>是(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>否(&amp;N)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>全选</translation>
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
        <source>&quot;%1&quot; names no hyperparameter</source>
        <translation>“%1”不是超参数</translation>
    </message>
    <message>
        <source>expected --hp_NAME VALUE</source>
        <translation>应为 --hp_名称 值</translation>
    </message>
    <message>
        <source>%1 has no value</source>
        <translation>%1 缺少值</translation>
    </message>
    <message>
        <source>expected %1 VALUE</source>
        <translation>应为 %1 值</translation>
    </message>
    <message>
        <source>expected &quot;all&quot; or a number from 0 to %1</source>
        <translation>应为“all”或 0 至 %1 的数</translation>
    </message>
    <message>
        <source>there is no layer %1</source>
        <translation>没有第 %1 层</translation>
    </message>
    <message>
        <source>there is no head %1</source>
        <translation>没有第 %1 头</translation>
    </message>
    <message>
        <source>a picture of %1 sequences was asked for</source>
        <translation>要求绘制 %1 条序列的图片</translation>
    </message>
    <message>
        <source>expected one sequence</source>
        <translation>应为一条序列</translation>
    </message>
    <message>
        <source>choose one with --record, or write .npy or .csv</source>
        <translation>请用 --record 选择一条，或写出 .npy 或 .csv</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not say which format to write</source>
        <translation>“%1”未说明写出何种格式</translation>
    </message>
    <message>
        <source>expected a name that ends in .npy, .csv, .png or .svg</source>
        <translation>应为以 .npy、.csv、.png 或 .svg 结尾的名称</translation>
    </message>
    <message>
        <source>no sequence, or two sources of them, were given</source>
        <translation>没有给出序列，或给出了两个来源</translation>
    </message>
    <message>
        <source>expected a file of sequences, or --record with the id of a stored one</source>
        <translation>应为序列文件，或用 --record 给出已存储序列的标识</translation>
    </message>
    <message>
        <source>attention of %1 sequences written to %2</source>
        <translation>%1 条序列的注意力已写入 %2</translation>
    </message>
    <message>
        <source>file of sequences</source>
        <translation>序列文件</translation>
    </message>
    <message>
        <source>name or id of the run</source>
        <translation>运行的名称或编号</translation>
    </message>
    <message>
        <source>id of a sequence of the run&apos;s dataset</source>
        <translation>该运行数据集中某条序列的标识</translation>
    </message>
    <message>
        <source>all, or numbers from 0; -1 is the last</source>
        <translation>all，或从 0 起的编号；-1 为最后一个</translation>
    </message>
    <message>
        <source>none, mean or max over heads, or rollout over layers</source>
        <translation>none、对各头取 mean 或 max，或贯穿各层的 rollout</translation>
    </message>
    <message>
        <source>file to write: .npy, .csv, .png or .svg</source>
        <translation>要写出的文件：.npy、.csv、.png 或 .svg</translation>
    </message>
    <message>
        <source>the project is whole (format %1)</source>
        <translation>项目完好（格式 %1）</translation>
    </message>
    <message>
        <source>run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>Strandlab: train and look into models of biological sequences, without a window</source>
        <translation>Strandlab：无窗口地训练并查看生物序列模型</translation>
    </message>
    <message>
        <source>results as JSON Lines</source>
        <translation>以 JSON Lines 输出结果</translation>
    </message>
    <message>
        <source>no progress</source>
        <translation>不显示进度</translation>
    </message>
    <message>
        <source>threads to compute with (default: all cores)</source>
        <translation>计算线程数（默认：所有核心）</translation>
    </message>
    <message>
        <source>auto, cpu, cuda or cuda:N</source>
        <translation>auto、cpu、cuda 或 cuda:N</translation>
    </message>
    <message>
        <source>language of messages: en or zh_CN</source>
        <translation>消息语言：en 或 zh_CN</translation>
    </message>
    <message>
        <source>versions of the program and of what it rests on</source>
        <translation>程序及其依赖的版本</translation>
    </message>
    <message>
        <source>no command was given</source>
        <translation>未给出命令</translation>
    </message>
    <message>
        <source>see strandlab-cli --help</source>
        <translation>参见 strandlab-cli --help</translation>
    </message>
    <message>
        <source>there is no command called &quot;%1&quot;</source>
        <translation>没有名为“%1”的命令</translation>
    </message>
    <message>
        <source>see strandlab-cli %1 --help</source>
        <translation>参见 strandlab-cli %1 --help</translation>
    </message>
    <message>
        <source>the command %1 takes no hyperparameter, but %2 was given</source>
        <translation>命令 %1 不接受超参数，却给出了 %2</translation>
    </message>
    <message>
        <source>Read sequence files into a project as one dataset</source>
        <translation>将序列文件作为一个数据集读入项目</translation>
    </message>
    <message>
        <source>List the datasets of a project</source>
        <translation>列出项目的数据集</translation>
    </message>
    <message>
        <source>Lengths, composition, k-mers and duplicates of a dataset</source>
        <translation>数据集的长度、组成、k-mer 与重复</translation>
    </message>
    <message>
        <source>Divide a dataset anew into training, validation and test parts</source>
        <translation>将数据集重新划分为训练、验证与测试部分</translation>
    </message>
    <message>
        <source>Write a dataset to a file</source>
        <translation>将数据集写入文件</translation>
    </message>
    <message>
        <source>Show the tokens of sequences, a JSON object a record</source>
        <translation>显示序列的词元，每条记录一个 JSON 对象</translation>
    </message>
    <message>
        <source>List the models, or the hyperparameters of one</source>
        <translation>列出模型，或某个模型的超参数</translation>
    </message>
    <message>
        <source>The learning rate of every step, as CSV</source>
        <translation>每一步的学习率（CSV）</translation>
    </message>
    <message>
        <source>Train a model on a dataset</source>
        <translation>在数据集上训练模型</translation>
    </message>
    <message>
        <source>Continue a stopped or killed run, to the same result</source>
        <translation>继续已停止或被终止的运行，得到相同结果</translation>
    </message>
    <message>
        <source>List the runs of a project</source>
        <translation>列出项目的运行</translation>
    </message>
    <message>
        <source>Everything recorded of a run, and the command that repeats it</source>
        <translation>运行的全部记录，以及重复它的命令</translation>
    </message>
    <message>
        <source>What differs between runs, and their figures side by side</source>
        <translation>各运行之间的差异，以及并列的指标</translation>
    </message>
    <message>
        <source>Figures of a run on a part of a dataset</source>
        <translation>运行在数据集某一部分上的指标</translation>
    </message>
    <message>
        <source>Classes of new sequences, as a table</source>
        <translation>新序列的类别（表格）</translation>
    </message>
    <message>
        <source>Attention maps as numbers or pictures</source>
        <translation>以数值或图片输出注意力图</translation>
    </message>
    <message>
        <source>Whether a project file is whole</source>
        <translation>检查项目文件是否完好</translation>
    </message>
    <message>
        <source>project file, a path ending in .strand</source>
        <translation>项目文件，以 .strand 结尾的路径</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no ratio</source>
        <translation>“%1”不是比例</translation>
    </message>
    <message>
        <source>expected the shares of training, validation and test, which sum to 1, e.g. 0.8,0.1,0.1</source>
        <translation>应为训练、验证与测试的比例，总和为 1，例如 0.8,0.1,0.1</translation>
    </message>
    <message>
        <source>name or id of the dataset</source>
        <translation>数据集的名称或编号</translation>
    </message>
    <message>
        <source>id</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>dataset</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>records</source>
        <translation>条记录</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>类别</translation>
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
        <translation>长度</translation>
    </message>
    <message>
        <source>group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>shortest</source>
        <translation>最短</translation>
    </message>
    <message>
        <source>median length</source>
        <translation>长度中位数</translation>
    </message>
    <message>
        <source>longest</source>
        <translation>最长</translation>
    </message>
    <message>
        <source>GC</source>
        <translation>GC</translation>
    </message>
    <message>
        <source>duplicates</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>across parts</source>
        <translation>跨部分</translation>
    </message>
    <message>
        <source>composition</source>
        <translation>组成</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>also for each class or split</source>
        <translation>同时按类别或划分给出</translation>
    </message>
    <message>
        <source>shares of training, validation and test, e.g. 0.8,0.1,0.1</source>
        <translation>训练、验证与测试的比例，例如 0.8,0.1,0.1</translation>
    </message>
    <message>
        <source>the same seed gives the same parts</source>
        <translation>相同的种子给出相同的划分</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no source of labels</source>
        <translation>“%1”不是标签来源</translation>
    </message>
    <message>
        <source>there is no format called &quot;%1&quot;</source>
        <translation>没有名为“%1”的格式</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no kind of sequence</source>
        <translation>“%1”不是序列类型</translation>
    </message>
    <message>
        <source>&quot;%1&quot; says nothing about bad records</source>
        <translation>“%1”没有说明如何处理坏记录</translation>
    </message>
    <message>
        <source>dataset &quot;%1&quot; (id %2)</source>
        <translation>数据集“%1”（编号 %2）</translation>
    </message>
    <message>
        <source>dataset &quot;%1&quot; (not stored)</source>
        <translation>数据集“%1”（未存储）</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 records (%3), %4 skipped</source>
        <translation>
            <numerusform>%1：%2 条记录（%3），跳过 %4 条</numerusform>
        </translation>
    </message>
    <message>
        <source>what</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>类别 %1</translation>
    </message>
    <message>
        <source>part %1</source>
        <translation>部分 %1</translation>
    </message>
    <message>
        <source>95 % are at most</source>
        <translation>95 % 不超过</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name for a project</source>
        <translation>“%1”不能作为项目名称</translation>
    </message>
    <message>
        <source>expected a path that ends in .strand</source>
        <translation>应为以 .strand 结尾的路径</translation>
    </message>
    <message>
        <source>name of the dataset (default: that of the first file)</source>
        <translation>数据集名称（默认：第一个文件的名称）</translation>
    </message>
    <message>
        <source>auto, dna, rna, protein or text</source>
        <translation>auto、dna、rna、protein 或 text</translation>
    </message>
    <message>
        <source>auto, or the name of a format</source>
        <translation>auto，或格式名称</translation>
    </message>
    <message>
        <source>at a bad record: stop, skip or replace</source>
        <translation>遇到坏记录时：stop、skip 或 replace</translation>
    </message>
    <message>
        <source>seed of a split by ratio</source>
        <translation>按比例划分的种子</translation>
    </message>
    <message>
        <source>read and tell, but store nothing</source>
        <translation>只读取并报告，不存储</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>values</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>what it is</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>family</source>
        <translation>类族</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>name of a model: its hyperparameters too</source>
        <translation>模型名称：同时列出其超参数</translation>
    </message>
    <message>
        <source>optimiser steps of the whole run</source>
        <translation>整个运行的优化步数</translation>
    </message>
    <message>
        <source>take the defaults of this model</source>
        <translation>采用该模型的默认值</translation>
    </message>
    <message>
        <source>quick, balanced or thorough; with --model</source>
        <translation>quick、balanced 或 thorough；与 --model 同用</translation>
    </message>
    <message>
        <source>warning: %1</source>
        <translation>警告：%1</translation>
    </message>
    <message>
        <source>error: %1</source>
        <translation>错误：%1</translation>
    </message>
    <message>
        <source>hint: %1</source>
        <translation>提示：%1</translation>
    </message>
    <message>
        <source>the standard output could not be written: %1</source>
        <translation>无法写入标准输出：%1</translation>
    </message>
    <message>
        <source>the file cannot be written: %1</source>
        <translation>无法写入文件：%1</translation>
    </message>
    <message>
        <source>expected a place that can be written</source>
        <translation>应为可写入的位置</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>第 %1 头</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>query (asks)</source>
        <translation>查询（询问）</translation>
    </message>
    <message>
        <source>key (is asked)</source>
        <translation>键（被询问）</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>table to write (TSV): id, predicted class, a probability a class; - is stdout</source>
        <translation>要写出的表格（TSV）：标识、预测类别、各类别的概率；- 为标准输出</translation>
    </message>
    <message>
        <source>best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>test acc</source>
        <translation>测试 acc</translation>
    </message>
    <message>
        <source>test mcc</source>
        <translation>测试 mcc</translation>
    </message>
    <message>
        <source>failure</source>
        <translation>失败原因</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>best epoch</source>
        <translation>最佳轮</translation>
    </message>
    <message>
        <source>test %1</source>
        <translation>测试 %1</translation>
    </message>
    <message>
        <source>true \ predicted</source>
        <translation>真实 \ 预测</translation>
    </message>
    <message>
        <source>name or id of a run; two or more times</source>
        <translation>运行的名称或编号；给出两次或更多</translation>
    </message>
    <message>
        <source>name or id of a dataset (default: the run&apos;s own)</source>
        <translation>数据集的名称或编号（默认：运行自身的数据集）</translation>
    </message>
    <message>
        <source>train, validation, test or all</source>
        <translation>train、validation、test 或 all</translation>
    </message>
    <message>
        <source>(column %1, record %2)</source>
        <translation>（第 %1 列，记录 %2）</translation>
    </message>
    <message>
        <source>(column %1)</source>
        <translation>（第 %1 列）</translation>
    </message>
    <message>
        <source>(record %1)</source>
        <translation>（记录 %1）</translation>
    </message>
    <message>
        <source>file to write (default: stdout)</source>
        <translation>要写出的文件（默认：标准输出）</translation>
    </message>
    <message>
        <source>run &quot;%1&quot; (id %2): %3, %4 parameters, %5, %6 threads, seed %7</source>
        <translation>运行“%1”（编号 %2）：%3，%4 个参数，%5，%6 个线程，种子 %7</translation>
    </message>
    <message>
        <source>best epoch %1, %2, at most %3 MiB of memory</source>
        <translation>最佳轮 %1，%2，内存最多 %3 MiB</translation>
    </message>
    <message>
        <source>memory, MiB (estimated)</source>
        <translation>内存，MiB（估计）</translation>
    </message>
    <message>
        <source>seconds an epoch (estimated)</source>
        <translation>每轮秒数（估计）</translation>
    </message>
    <message>
        <source>whole run (estimated)</source>
        <translation>整个运行（估计）</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>training sequences</source>
        <translation>训练序列</translation>
    </message>
    <message>
        <source>validation sequences</source>
        <translation>验证序列</translation>
    </message>
    <message>
        <source>test sequences</source>
        <translation>测试序列</translation>
    </message>
    <message>
        <source>cut at max_len</source>
        <translation>在 max_len 处截断</translation>
    </message>
    <message>
        <source>name of the model; see the command models</source>
        <translation>模型名称；参见命令 models</translation>
    </message>
    <message>
        <source>name of the new run (default: model and number)</source>
        <translation>新运行的名称（默认：模型加编号）</translation>
    </message>
    <message>
        <source>the same seed, device and threads give the same result</source>
        <translation>相同的种子、设备与线程数给出相同的结果</translation>
    </message>
    <message>
        <source>quick, balanced or thorough</source>
        <translation>quick、balanced 或 thorough</translation>
    </message>
    <message>
        <source>steps between checkpoints (default: each epoch, and each minute)</source>
        <translation>检查点之间的步数（默认：每轮，以及每分钟）</translation>
    </message>
    <message>
        <source>id of the sequence whose attention is kept each epoch</source>
        <translation>每轮保留其注意力的序列标识</translation>
    </message>
    <message>
        <source>train nothing: check the settings, estimate parameters, memory and time</source>
        <translation>不训练：检查设置，估计参数、内存与时间</translation>
    </message>
    <message>
        <source>--hp_NAME VALUE sets a hyperparameter; &quot;strandlab-cli models MODEL&quot; lists them.</source>
        <translation>--hp_名称 值 用于设置超参数；“strandlab-cli models 模型”可列出它们。</translation>
    </message>
    <message>
        <source>stopped by signal %1 (%2)</source>
        <translation>被信号 %1（%2）终止</translation>
    </message>
    <message>
        <source>this model gives one weight for each token, and rollout needs one for each pair</source>
        <translation>该模型给每个词元一个权重,而 rollout 需要每对词元一个权重</translation>
    </message>
    <message>
        <source>expected none, mean or max</source>
        <translation>应为 none、mean 或 max</translation>
    </message>
    <message>
        <source>Leave out copies, or sequences similar to others</source>
        <translation>排除副本，或与其他序列相似的序列</translation>
    </message>
    <message>
        <source>Clusters of similar sequences, as a table</source>
        <translation>以表格列出相似序列的聚类</translation>
    </message>
    <message>
        <source>What may spoil a result: few of a class, the same sequence in two parts</source>
        <translation>可能损害结果的问题：某类别太少、同一序列出现在两个部分</translation>
    </message>
    <message>
        <source>What was done to a dataset since its import</source>
        <translation>数据集导入后进行过的步骤</translation>
    </message>
    <message>
        <source>Take the last step of a dataset back</source>
        <translation>撤销数据集的最后一个步骤</translation>
    </message>
    <message>
        <source>Copy a dataset, to prepare it in another way</source>
        <translation>复制数据集，以便用其他方式准备</translation>
    </message>
    <message>
        <source>name of the copy (default: that of the dataset, with a number)</source>
        <translation>副本的名称（默认：数据集的名称加编号）</translation>
    </message>
    <message>
        <source>FASTA, or a table where the name ends in .tsv or .csv; packed where .gz follows; - writes to stdout</source>
        <translation>FASTA；文件名以 .tsv 或 .csv 结尾时为表格；再加 .gz 则压缩；- 写到标准输出</translation>
    </message>
    <message>
        <source>with the sequences that are left out</source>
        <translation>包括已排除的序列</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no delimiter</source>
        <translation>&quot;%1&quot;不是分隔符</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not say whether there is a header row</source>
        <translation>&quot;%1&quot;没有说明是否有标题行</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no encoding that is known</source>
        <translation>&quot;%1&quot;不是已知的编码</translation>
    </message>
    <message>
        <source>format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>classes from</source>
        <translation>类别来自</translation>
    </message>
    <message>
        <source>parts from</source>
        <translation>划分来自</translation>
    </message>
    <message>
        <source>sequence files, or folders of them; gz and xz are recognised by their content</source>
        <translation>序列文件或其文件夹；gz 和 xz 按内容识别</translation>
    </message>
    <message>
        <source>where classes come from: auto, header, filename, folder, first-letter, column:NAME or none</source>
        <translation>类别的来源：auto、header、filename、folder、first-letter、column:NAME 或 none</translation>
    </message>
    <message>
        <source>auto, header, filename, column:NAME, none, or a ratio such as 0.8,0.1,0.1 (training, validation, test)</source>
        <translation>auto、header、filename、column:NAME、none，或比例，例如 0.8,0.1,0.1（训练、验证、测试）</translation>
    </message>
    <message>
        <source>column with the sequences, by name or number</source>
        <translation>序列所在的列，按名称或编号</translation>
    </message>
    <message>
        <source>column with the names of the records</source>
        <translation>记录名称所在的列</translation>
    </message>
    <message>
        <source>between columns: auto, comma, semicolon, tab or bar</source>
        <translation>列之间的分隔：auto、comma、semicolon、tab 或 bar</translation>
    </message>
    <message>
        <source>whether the first row names the columns: auto, yes or no</source>
        <translation>第一行是否为列名：auto、yes 或 no</translation>
    </message>
    <message>
        <source>auto, utf-8, utf-16le, utf-16be, latin-1 or gb18030</source>
        <translation>auto、utf-8、utf-16le、utf-16be、latin-1 或 gb18030</translation>
    </message>
    <message>
        <source>nothing changed: %1</source>
        <translation>没有变化：%1</translation>
    </message>
    <message>
        <source>step %1: %2</source>
        <translation>步骤 %1：%2</translation>
    </message>
    <message>
        <source>neither --ratio nor --folds was given</source>
        <translation>既未给出 --ratio 也未给出 --folds</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>没有发现问题</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>when</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>number the sequences for a cross-validation of so many rounds</source>
        <translation>为这么多轮的交叉验证给序列编号</translation>
    </message>
    <message>
        <source>keep sequences that are so similar in one part, e.g. 0.8</source>
        <translation>使相似到此程度的序列留在同一部分，例如 0.8</translation>
    </message>
    <message>
        <source>folds: none for the test part</source>
        <translation>分折时：测试部分不编号</translation>
    </message>
    <message>
        <source>not only copies but all that are so similar, e.g. 0.9</source>
        <translation>不仅副本，也包括相似到此程度的序列，例如 0.9</translation>
    </message>
    <message>
        <source>only those that occur in a part held out as well (test before validation before training)</source>
        <translation>只排除在保留部分中也出现的序列（测试先于验证，验证先于训练）</translation>
    </message>
    <message>
        <source>only copies with different labels, every one</source>
        <translation>只排除标签不同的副本，且全部排除</translation>
    </message>
    <message>
        <source>of a sequence to the longest of its cluster, at least (default 0.9)</source>
        <translation>序列与其聚类中最长者的最低一致性（默认 0.9）</translation>
    </message>
    <message>
        <source>table of sequences and their clusters; - writes to stdout</source>
        <translation>序列及其聚类的表格；- 写到标准输出</translation>
    </message>
    <message>
        <source>look for similar sequences in two parts, too, e.g. 0.8</source>
        <translation>同时查找两个部分之间的相似序列，例如 0.8</translation>
    </message>
    <message>
        <source>the length that a model takes</source>
        <translation>模型可接受的长度</translation>
    </message>
    <message>
        <source>vocabulary</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>with a vector in the file of embeddings</source>
        <translation>在词向量文件中有向量</translation>
    </message>
    <message>
        <source>%1; the record is skipped</source>
        <translation>%1；该记录被跳过</translation>
    </message>
    <message>
        <source>the sequences of dataset &quot;%1&quot; are not of one length</source>
        <translation>数据集 &quot;%1&quot; 的序列长度不一</translation>
    </message>
    <message>
        <source>expected equal lengths for a sequence logo</source>
        <translation>序列标识图要求长度相同</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>比特</translation>
    </message>
    <message>
        <source>length of the words that are counted, with --json</source>
        <translation>所统计的词的长度（用于 --json）</translation>
    </message>
    <message>
        <source>the sequence logo instead: frequencies and bits at each place, for each class</source>
        <translation>改为输出序列标识图：每个类别在每个位置的频率和比特数</translation>
    </message>
    <message>
        <source>char, kmer:K[:STRIDE] or word; words and characters of a text are numbered by their frequency in the file</source>
        <translation>char、kmer:K[:STRIDE] 或 word;文本的词和字符按其在文件中的频率编号</translation>
    </message>
    <message>
        <source>round of a cross-validation: that fold is tested, the next one validates (see split --folds)</source>
        <translation>交叉验证的轮次：该折用于测试，下一折用于验证（见 split --folds）</translation>
    </message>
    <message>
        <source>similar sequences in two parts were not looked for: --identity 0.9 does</source>
        <translation>尚未查找跨部分的相似序列：可用 --identity 0.9 查找</translation>
    </message>
    <message>
        <source>the command %1 has no option %2</source>
        <translation>命令 %1 没有选项 %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no seed; expected a whole number from 0 of at most 18 digits</source>
        <translation>“%1”不是种子；应为从 0 开始、最多 18 位的整数</translation>
    </message>
    <message>
        <source>stdout cannot hold a file and JSON Lines at once</source>
        <translation>标准输出不能同时容纳文件和 JSON Lines</translation>
    </message>
    <message>
        <source>expected the name of a file after -o where --json is given</source>
        <translation>使用 --json 时，-o 之后应为文件名</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not possible; expected one of %2</source>
        <translation>“%1”不可用；应为以下之一：%2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no whole number from %2 to %3</source>
        <translation>“%1”不是 %2 到 %3 之间的整数</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>缺少 %1</translation>
    </message>
    <message>
        <source>%1 stands without a value</source>
        <translation>%1 后面没有值</translation>
    </message>
    <message>
        <source>%1 and %2 exclude each other</source>
        <translation>%1 与 %2 不能同时使用</translation>
    </message>
    <message>
        <source>%1 is only possible with %2</source>
        <translation>%1 只能与 %2 一起使用</translation>
    </message>
    <message>
        <source>there is too much on the command line: %1</source>
        <translation>命令行中有多余的内容：%1</translation>
    </message>
    <message>
        <source>the value of %1 is not understood: %2</source>
        <translation>无法理解 %1 的值：%2</translation>
    </message>
    <message numerus="yes">
        <source>%1 sequences are longer than the %2 tokens that the model reads, and are cut there</source>
        <translation>
            <numerusform>%1 条序列超过模型读取的 %2 个词元，多余部分被截去</numerusform>
        </translation>
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
    <name>data</name>
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
        <source>left out</source>
        <translation>已排除</translation>
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
</context>
<context>
    <name>engine</name>
    <message numerus="yes">
        <source>bytes</source>
        <translation>
            <numerusform>字节</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>records</source>
        <translation>
            <numerusform>条记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>batches</source>
        <translation>
            <numerusform>批</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sequences</source>
        <translation>
            <numerusform>条序列</numerusform>
        </translation>
    </message>
    <message>
        <source>no project is open</source>
        <translation>尚未打开项目</translation>
    </message>
    <message>
        <source>Open a project or create one first</source>
        <translation>请先打开或新建一个项目</translation>
    </message>
    <message>
        <source>there is no sample named %1</source>
        <translation>没有名为 %1 的示例</translation>
    </message>
    <message>
        <source>the training engine could not be loaded: %1</source>
        <translation>无法加载训练引擎：%1</translation>
    </message>
    <message>
        <source>Install Strandlab again, with its libraries beside the program</source>
        <translation>请重新安装 Strandlab，并确保其库文件与程序在一起</translation>
    </message>
    <message>
        <source>the engine met an unexpected fault: %1</source>
        <translation>引擎遇到意外故障：%1</translation>
    </message>
    <message>
        <source>what was stored is safe; please report this with the log</source>
        <translation>已保存的内容是安全的；请连同日志一起报告此问题</translation>
    </message>
    <message>
        <source>make batch_size, max_len or the model smaller, or use another device</source>
        <translation>请减小 batch_size、max_len 或模型，或使用其他设备</translation>
    </message>
    <message>
        <source>stopped before it began</source>
        <translation>尚未开始即已停止</translation>
    </message>
    <message>
        <source>the sample could not be written to the folder for temporary files</source>
        <translation>无法将示例写入临时文件夹</translation>
    </message>
    <message>
        <source>dataset &quot;%1&quot; has no sequence called &quot;%2&quot;</source>
        <translation>数据集“%1”中没有名为“%2”的序列</translation>
    </message>
    <message>
        <source>expected the id of one of its sequences</source>
        <translation>应为其中某条序列的标识</translation>
    </message>
    <message>
        <source>expected one of %1</source>
        <translation>应为以下之一：%1</translation>
    </message>
    <message>
        <source>did you mean %1?</source>
        <translation>您是否想用 %1？</translation>
    </message>
    <message numerus="yes">
        <source>%1 sequences are longer than max_len %2 (tokens) and are cut there</source>
        <translation>
            <numerusform>有 %1 条序列长于 max_len %2（词元），将在该处截断</numerusform>
        </translation>
    </message>
    <message>
        <source>expected a whole number from %1 to %2</source>
        <translation>应为 %1 至 %2 的整数</translation>
    </message>
    <message>
        <source>expected a whole number</source>
        <translation>应为整数</translation>
    </message>
    <message>
        <source>expected a number from %1 to %2</source>
        <translation>应为 %1 至 %2 的数</translation>
    </message>
    <message>
        <source>expected a number</source>
        <translation>应为数字</translation>
    </message>
    <message>
        <source>expected whole numbers from %1 to %2, separated by commas</source>
        <translation>应为 %1 至 %2 的整数，以逗号分隔</translation>
    </message>
    <message>
        <source>expected whole numbers, separated by commas</source>
        <translation>应为整数，以逗号分隔</translation>
    </message>
    <message>
        <source>expected true or false</source>
        <translation>应为 true 或 false</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value for %2</source>
        <translation>“%1”不是 %2 的有效值</translation>
    </message>
    <message>
        <source>%1 is out of range for %2</source>
        <translation>%1 超出 %2 的范围</translation>
    </message>
    <message>
        <source>item %1 of %2, &quot;%3&quot;, cannot be used</source>
        <translation>%2 的第 %1 项“%3”不可用</translation>
    </message>
    <message>
        <source>known are %1</source>
        <translation>可用的有 %1</translation>
    </message>
    <message>
        <source>unknown hyperparameter &quot;%1&quot;</source>
        <translation>未知的超参数“%1”</translation>
    </message>
    <message>
        <source>the file cannot be read: %1</source>
        <translation>无法读取文件：%1</translation>
    </message>
    <message>
        <source>no such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <source>check the name and the folder</source>
        <translation>请检查文件名与文件夹</translation>
    </message>
    <message>
        <source>expected a file</source>
        <translation>应为文件</translation>
    </message>
    <message>
        <source>a pipe or device</source>
        <translation>这是管道或设备</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>这是文件夹</translation>
    </message>
    <message>
        <source>name the files in it</source>
        <translation>请指定其中的文件</translation>
    </message>
    <message>
        <source>a %1 archive</source>
        <translation>这是 %1 归档</translation>
    </message>
    <message>
        <source>expected text, gz or xz</source>
        <translation>应为文本、gz 或 xz</translation>
    </message>
    <message>
        <source>unpack it first</source>
        <translation>请先解压</translation>
    </message>
    <message>
        <source>a sequence of more than %1 residues</source>
        <translation>序列超过 %1 个残基</translation>
    </message>
    <message>
        <source>expected shorter sequences</source>
        <translation>应为更短的序列</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands before the first header</source>
        <translation>“%1”出现在第一个标题行之前</translation>
    </message>
    <message>
        <source>expected a line that begins with &quot;&gt;&quot;</source>
        <translation>应为以“&gt;”开头的行</translation>
    </message>
    <message>
        <source>no record</source>
        <translation>没有记录</translation>
    </message>
    <message>
        <source>FASTA</source>
        <translation>FASTA</translation>
    </message>
    <message>
        <source>unknown format &quot;%1&quot;</source>
        <translation>未知格式“%1”</translation>
    </message>
    <message>
        <source>no file to import</source>
        <translation>没有要导入的文件</translation>
    </message>
    <message>
        <source>expected at least one</source>
        <translation>至少应有一个</translation>
    </message>
    <message numerus="yes">
        <source>all %1 records were skipped</source>
        <translation>
            <numerusform>全部 %1 条记录都被跳过</numerusform>
        </translation>
    </message>
    <message>
        <source>expected at least one good record</source>
        <translation>至少应有一条有效记录</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in record &quot;%2&quot; is no %3 letter</source>
        <translation>记录“%2”中的“%1”不是%3字母</translation>
    </message>
    <message>
        <source>expected the letters %1</source>
        <translation>应为字母 %1</translation>
    </message>
    <message>
        <source>--on-bad skip leaves such records out, --on-bad replace reads such characters as %1</source>
        <translation>选择“跳过”会略去此类记录，选择“替换”会将此类字符读作 %1（命令行：--on-bad skip 或 --on-bad replace）</translation>
    </message>
    <message>
        <source>the sequences up to here need %1 MiB of memory</source>
        <translation>到此为止的序列需要 %1 MiB 内存</translation>
    </message>
    <message>
        <source>expected at most %1 MiB</source>
        <translation>最多应为 %1 MiB</translation>
    </message>
    <message>
        <source>import a part of them</source>
        <translation>请只导入其中一部分</translation>
    </message>
    <message>
        <source>all records are of class &quot;%1&quot;; training needs two classes</source>
        <translation>所有记录都属于类别“%1”；训练需要两个类别</translation>
    </message>
    <message>
        <source>%1 classes for %2 records: are these labels?</source>
        <translation>%2 条记录有 %1 个类别：这些确实是标签吗？</translation>
    </message>
    <message numerus="yes">
        <source>%1 records have lower-case letters, which are read as upper case</source>
        <translation>
            <numerusform>%1 条记录含小写字母，已读作大写</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 records have T, which is read as U</source>
        <translation>
            <numerusform>%1 条记录含 T，已读作 U</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 records have U, which is read as T</source>
        <translation>
            <numerusform>%1 条记录含 U，已读作 T</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 records have gaps (- or .), which are removed</source>
        <translation>
            <numerusform>%1 条记录含空位（- 或 .），已移除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 records end with *, which is removed</source>
        <translation>
            <numerusform>%1 条记录以 * 结尾，已移除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 records have no name and are numbered</source>
        <translation>
            <numerusform>%1 条记录没有名称，已编号</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 records are not UTF-8 and are read as Latin-1</source>
        <translation>
            <numerusform>%1 条记录不是 UTF-8，已按 Latin-1 读取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 records repeat the name of an earlier one and get a number behind it</source>
        <translation>
            <numerusform>%1 条记录与先前的重名，已在名称后加编号</numerusform>
        </translation>
    </message>
    <message>
        <source>the header &quot;%1&quot; has no label</source>
        <translation>标题行“%1”没有标签</translation>
    </message>
    <message>
        <source>expected a header such as &gt;name|label or &gt;name|label|train</source>
        <translation>应为 &gt;名称|标签 或 &gt;名称|标签|train 形式的标题行</translation>
    </message>
    <message>
        <source>--label none imports without labels, --label filename takes one class a file</source>
        <translation>可以不带标签导入，或每个文件作为一类（命令行：--label none 或 --label filename）</translation>
    </message>
    <message>
        <source>the format of the content is not known</source>
        <translation>无法识别内容的格式</translation>
    </message>
    <message>
        <source>expected one of: %1</source>
        <translation>应为以下之一：%1</translation>
    </message>
    <message>
        <source>record &quot;%1&quot; has a header and no sequence</source>
        <translation>记录“%1”只有标题行而没有序列</translation>
    </message>
    <message>
        <source>expected at least one residue</source>
        <translation>至少应有一个残基</translation>
    </message>
    <message>
        <source>--on-bad skip leaves such records out</source>
        <translation>选择“跳过”会略去此类记录（命令行：--on-bad skip）</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>正在读取 %1</translation>
    </message>
    <message>
        <source>reading was stopped</source>
        <translation>读取已停止</translation>
    </message>
    <message>
        <source>train, validation and test fractions of %1, %2 and %3</source>
        <translation>训练、验证与测试的比例为 %1、%2 与 %3</translation>
    </message>
    <message>
        <source>expected numbers of at least 0 that sum to 1</source>
        <translation>应为不小于 0 且总和为 1 的数</translation>
    </message>
    <message>
        <source>for example 0.8,0.1,0.1</source>
        <translation>例如 0.8,0.1,0.1</translation>
    </message>
    <message>
        <source>a validation fraction of %1</source>
        <translation>验证比例为 %1</translation>
    </message>
    <message>
        <source>expected a number of at least 0 and below 1</source>
        <translation>应为不小于 0 且小于 1 的数</translation>
    </message>
    <message>
        <source>dataset &quot;%1&quot; has no sequence to train on</source>
        <translation>数据集“%1”没有可用于训练的序列</translation>
    </message>
    <message>
        <source>expected a train part</source>
        <translation>应有训练部分</translation>
    </message>
    <message>
        <source>split it anew, for example 0.8,0.1,0.1</source>
        <translation>请重新划分，例如 0.8,0.1,0.1</translation>
    </message>
    <message>
        <source>save it again as UTF-8</source>
        <translation>请另存为 UTF-8</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>文件为空</translation>
    </message>
    <message>
        <source>expected sequences</source>
        <translation>应含有序列</translation>
    </message>
    <message>
        <source>a line of more than %1 bytes</source>
        <translation>有一行超过 %1 字节</translation>
    </message>
    <message>
        <source>expected shorter lines</source>
        <translation>应为更短的行</translation>
    </message>
    <message>
        <source>a NUL byte</source>
        <translation>含有 NUL 字节</translation>
    </message>
    <message>
        <source>expected text</source>
        <translation>应为文本</translation>
    </message>
    <message>
        <source>the packed file ends early</source>
        <translation>压缩文件提前结束</translation>
    </message>
    <message>
        <source>expected more data</source>
        <translation>应有更多数据</translation>
    </message>
    <message>
        <source>copy or download it again</source>
        <translation>请重新复制或下载</translation>
    </message>
    <message>
        <source>something else follows the %1 data</source>
        <translation>%1 数据之后还有其他内容</translation>
    </message>
    <message>
        <source>expected the end of the file</source>
        <translation>应为文件结尾</translation>
    </message>
    <message>
        <source>the %1 data are damaged</source>
        <translation>%1 数据已损坏</translation>
    </message>
    <message>
        <source>expected data that match their checksum</source>
        <translation>数据应与其校验和一致</translation>
    </message>
    <message>
        <source>the xz data need more than %1 MiB of memory</source>
        <translation>xz 数据需要超过 %1 MiB 内存</translation>
    </message>
    <message>
        <source>the packed file grows to more than %1 times its size</source>
        <translation>压缩文件解压后超过原大小的 %1 倍</translation>
    </message>
    <message>
        <source>expected packed sequences</source>
        <translation>应为压缩的序列</translation>
    </message>
    <message>
        <source>unpack it first if you trust it</source>
        <translation>如果信任该文件，请先解压</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 项</translation>
    </message>
    <message>
        <source>Long short-term memory, both directions</source>
        <translation>双向长短期记忆网络</translation>
    </message>
    <message>
        <source>Reads the sequence letter by letter from both ends and decides by what it remembers when it is through. Sees the order of letters over long distances; slower than the convolutional networks.</source>
        <translation>从两端逐字母读取序列，读完后依据所记内容作出判断。能看到远距离的字母顺序；比卷积网络慢。</translation>
    </message>
    <message>
        <source>Numbers in the vector of a token.</source>
        <translation>一个词元向量中的数值个数。</translation>
    </message>
    <message>
        <source>Size of the memory in each direction.</source>
        <translation>每个方向上记忆的大小。</translation>
    </message>
    <message>
        <source>Layers on top of each other.</source>
        <translation>堆叠的层数。</translation>
    </message>
    <message>
        <source>there is no model &quot;%1&quot;</source>
        <translation>没有模型“%1”</translation>
    </message>
    <message>
        <source>%1 has no preset &quot;%2&quot;</source>
        <translation>%1 没有预设“%2”</translation>
    </message>
    <message>
        <source>Longer sequences are cut to this many tokens.</source>
        <translation>更长的序列将截断到这么多词元。</translation>
    </message>
    <message>
        <source>Balanced lets rare classes count as much as frequent ones while learning.</source>
        <translation>balanced 使稀有类别在学习中与常见类别同等重要。</translation>
    </message>
    <message>
        <source>How many sequences are learned from at once.</source>
        <translation>一次同时学习多少条序列。</translation>
    </message>
    <message>
        <source>How many times all training sequences are shown.</source>
        <translation>所有训练序列被展示的次数。</translation>
    </message>
    <message>
        <source>Training ends after this many epochs without a better validation result; 0 never ends it early.</source>
        <translation>连续这么多轮验证结果没有改善时结束训练；0 表示从不提前结束。</translation>
    </message>
    <message>
        <source>Learning rate: how far each step moves the weights.</source>
        <translation>学习率：每一步将权重移动多远。</translation>
    </message>
    <message>
        <source>Pull of all weights towards 0, which holds memorising back.</source>
        <translation>将所有权重拉向 0 的力度，可抑制死记硬背。</translation>
    </message>
    <message>
        <source>The learning rate over time: constant, or a rise from warmup_lr, a hold, and a cosine fall to 0.</source>
        <translation>学习率随时间的变化：保持不变，或从 warmup_lr 上升、保持、再按余弦降到 0。</translation>
    </message>
    <message>
        <source>Gradients longer than this are shortened to it; 0 leaves them as they are.</source>
        <translation>长度超过此值的梯度会被缩短到此值；0 表示不处理。</translation>
    </message>
    <message>
        <source>Share of activations switched off at random while learning, against memorising.</source>
        <translation>学习时随机关闭的激活比例，用于防止死记硬背。</translation>
    </message>
    <message>
        <source>Share of certainty taken from the true class, against overconfidence.</source>
        <translation>从真实类别中扣除的确定度比例，用于防止过度自信。</translation>
    </message>
    <message>
        <source>input = onehot needs a weight for each word at each position, too many with tokenizer = %1</source>
        <translation>input = onehot 需要为每个位置的每个词设一个权重，在 tokenizer = %1 时过多</translation>
    </message>
    <message>
        <source>expected char, kmer:2 or kmer:3</source>
        <translation>应为 char、kmer:2 或 kmer:3</translation>
    </message>
    <message>
        <source>or take input = mean</source>
        <translation>或使用 input = mean</translation>
    </message>
    <message>
        <source>Fully connected network</source>
        <translation>全连接网络</translation>
    </message>
    <message>
        <source>Sizes of the hidden layers, first to last.</source>
        <translation>各隐藏层的大小，从第一层到最后一层。</translation>
    </message>
    <message>
        <source>Convolutional network for text</source>
        <translation>文本卷积网络</translation>
    </message>
    <message>
        <source>Widths of the patterns looked for.</source>
        <translation>所寻找模式的宽度。</translation>
    </message>
    <message>
        <source>Patterns of each width.</source>
        <translation>每种宽度的模式个数。</translation>
    </message>
    <message>
        <source>Greatest length of the weight vector of a class; 0 sets no limit.</source>
        <translation>一个类别的权重向量的最大长度；0 表示不限制。</translation>
    </message>
    <message>
        <source>the model %1 has no attention to show</source>
        <translation>模型 %1 没有可显示的注意力</translation>
    </message>
    <message>
        <source>expected a run of a model with attention, e.g. TransformerEncoder</source>
        <translation>应为带注意力模型的运行，例如 TransformerEncoder</translation>
    </message>
    <message>
        <source>the sequence is empty</source>
        <translation>序列为空</translation>
    </message>
    <message>
        <source>expected one residue or more</source>
        <translation>应至少有一个残基</translation>
    </message>
    <message>
        <source>stopped before the end; nothing was written</source>
        <translation>在结束之前停止；未写入任何内容</translation>
    </message>
    <message>
        <source>there is no sequence number %1</source>
        <translation>没有编号为 %1 的序列</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>there is no device called &quot;%1&quot;</source>
        <translation>没有名为“%1”的设备</translation>
    </message>
    <message>
        <source>expected auto, cpu, cuda or cuda:N</source>
        <translation>应为 auto、cpu、cuda 或 cuda:N</translation>
    </message>
    <message>
        <source>no GPU can be used here, but &quot;%1&quot; was asked for</source>
        <translation>这里没有可用的 GPU，却要求使用“%1”</translation>
    </message>
    <message>
        <source>expected an NVIDIA driver and a GPU</source>
        <translation>应有 NVIDIA 驱动与 GPU</translation>
    </message>
    <message>
        <source>use the device &quot;cpu&quot; or &quot;auto&quot;</source>
        <translation>请使用设备“cpu”或“auto”</translation>
    </message>
    <message>
        <source>there is no GPU number %1</source>
        <translation>没有编号为 %1 的 GPU</translation>
    </message>
    <message>
        <source>expected a number from 0 to %1</source>
        <translation>应为 0 至 %1 的数</translation>
    </message>
    <message>
        <source>dataset &quot;%1&quot; has the class &quot;%2&quot;</source>
        <translation>数据集“%1”含有类别“%2”</translation>
    </message>
    <message>
        <source>expected the classes of the run: %1</source>
        <translation>应为该运行的类别：%1</translation>
    </message>
    <message>
        <source>dataset &quot;%1&quot; has no sequence with a label</source>
        <translation>数据集“%1”没有带标签的序列</translation>
    </message>
    <message>
        <source>dataset &quot;%1&quot; has no labelled sequence in its %2 part</source>
        <translation>数据集“%1”的 %2 部分没有带标签的序列</translation>
    </message>
    <message>
        <source>choose another part, or all sequences</source>
        <translation>请选择其他部分或所有序列</translation>
    </message>
    <message>
        <source>no sequence of dataset &quot;%1&quot; has a label</source>
        <translation>数据集“%1”的序列都没有标签</translation>
    </message>
    <message>
        <source>expected sequences with a class each</source>
        <translation>每条序列都应有类别</translation>
    </message>
    <message>
        <source>import the file again with labels: a header &quot;&gt;id|label&quot;, or one file a class</source>
        <translation>请带标签重新导入：使用标题行“&gt;标识|标签”，或每个文件一类</translation>
    </message>
    <message numerus="yes">
        <source>%1 sequences have no label and are left out</source>
        <translation>
            <numerusform>%1 条序列没有标签，已略去</numerusform>
        </translation>
    </message>
    <message>
        <source>the training part of dataset &quot;%1&quot; is empty</source>
        <translation>数据集“%1”的训练部分为空</translation>
    </message>
    <message>
        <source>the training part of dataset &quot;%1&quot; holds only the class &quot;%2&quot;</source>
        <translation>数据集“%1”的训练部分只有类别“%2”</translation>
    </message>
    <message>
        <source>expected training sequences of two classes or more</source>
        <translation>训练序列应至少有两个类别</translation>
    </message>
    <message>
        <source>import sequences of another class too, or change the split</source>
        <translation>请同时导入另一类别的序列，或更改划分</translation>
    </message>
    <message>
        <source>class &quot;%1&quot; has %2 training sequences; fewer than %3 say little</source>
        <translation>类别“%1”有 %2 条训练序列；少于 %3 条难以说明问题</translation>
    </message>
    <message>
        <source>dataset &quot;%1&quot; has no test part: there will be no test figures</source>
        <translation>数据集“%1”没有测试部分：将没有测试指标</translation>
    </message>
    <message numerus="yes">
        <source>%1 sequences occur in more than one part: figures on them flatter the model</source>
        <translation>
            <numerusform>%1 条序列出现在多个部分中：其上的指标会高估模型</numerusform>
        </translation>
    </message>
    <message>
        <source>dataset &quot;%1&quot; is not what run &quot;%2&quot; began with</source>
        <translation>数据集“%1”与运行“%2”开始时的不同</translation>
    </message>
    <message>
        <source>expected data with the fingerprint %1</source>
        <translation>数据指纹应为 %1</translation>
    </message>
    <message>
        <source>train a new run on the data as they are now</source>
        <translation>请在当前数据上训练新的运行</translation>
    </message>
    <message>
        <source>expected a stopped or interrupted run</source>
        <translation>应为已停止或已中断的运行</translation>
    </message>
    <message>
        <source>run &quot;%1&quot; has finished</source>
        <translation>运行“%1”已完成</translation>
    </message>
    <message>
        <source>train a new run with more epochs to go further</source>
        <translation>若要继续，请以更多轮数训练新的运行</translation>
    </message>
    <message>
        <source>run &quot;%1&quot; has failed and would fail again</source>
        <translation>运行“%1”已失败，再次运行仍会失败</translation>
    </message>
    <message>
        <source>train a new run with a smaller learning rate</source>
        <translation>请以更小的学习率训练新的运行</translation>
    </message>
    <message>
        <source>the run began on device %1 and goes on on %2: bits may differ</source>
        <translation>该运行在设备 %1 上开始，现在 %2 上继续：结果可能有细微差别</translation>
    </message>
    <message numerus="yes">
        <source>the run began with %1 threads and goes on with %2: bits may differ</source>
        <translation>
            <numerusform>该运行以 %1 个线程开始，现以 %2 个线程继续：结果可能有细微差别</numerusform>
        </translation>
    </message>
    <message>
        <source>the run began with &quot;%1&quot; and goes on with &quot;%2&quot;: bits may differ</source>
        <translation>该运行以“%1”开始，现以“%2”继续：结果可能有细微差别</translation>
    </message>
    <message>
        <source>the checkpoint lacks its entry &quot;%1&quot;</source>
        <translation>检查点缺少条目“%1”</translation>
    </message>
    <message>
        <source>expected a checkpoint written by Strandlab</source>
        <translation>应为 Strandlab 写入的检查点</translation>
    </message>
    <message>
        <source>the checkpoint&apos;s entry &quot;%1&quot; reads &quot;%2&quot;</source>
        <translation>检查点的条目“%1”内容为“%2”</translation>
    </message>
    <message>
        <source>run &quot;%1&quot; has no trained weights yet</source>
        <translation>运行“%1”尚无训练好的权重</translation>
    </message>
    <message>
        <source>expected a run with a checkpoint</source>
        <translation>应为带检查点的运行</translation>
    </message>
    <message>
        <source>train it first</source>
        <translation>请先训练</translation>
    </message>
    <message>
        <source>Predicting</source>
        <translation>正在预测</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>run &quot;%1&quot; was stopped after %2 of %3 steps; its state is saved</source>
        <translation>运行“%1”在第 %2 步（共 %3 步）后停止；其状态已保存</translation>
    </message>
    <message>
        <source>resume run %1 to go on as if it had never stopped</source>
        <translation>继续运行 %1 即可如同从未停止一样进行下去</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>Free some space and try again. What was saved before is safe.</source>
        <translation>请腾出空间后重试。之前保存的内容是安全的。</translation>
    </message>
    <message>
        <source>the project file could not be read or written: %1</source>
        <translation>无法读写项目文件：%1</translation>
    </message>
    <message>
        <source>Check the disk. What was saved before is safe.</source>
        <translation>请检查磁盘。之前保存的内容是安全的。</translation>
    </message>
    <message>
        <source>the project is in use by another program</source>
        <translation>项目正被另一个程序使用</translation>
    </message>
    <message>
        <source>Close it there and try again.</source>
        <translation>请在那里关闭后重试。</translation>
    </message>
    <message>
        <source>the project was opened for reading only</source>
        <translation>项目以只读方式打开</translation>
    </message>
    <message>
        <source>Open it for writing, or save a copy and change that.</source>
        <translation>请以可写方式打开，或保存副本后修改副本。</translation>
    </message>
    <message>
        <source>the project file cannot be opened: %1</source>
        <translation>无法打开项目文件：%1</translation>
    </message>
    <message>
        <source>Check that you may read the file and write to its folder.</source>
        <translation>请检查是否有权读取该文件并写入其文件夹。</translation>
    </message>
    <message>
        <source>the project file is damaged: %1</source>
        <translation>项目文件已损坏：%1</translation>
    </message>
    <message>
        <source>Open a copy of it that was saved earlier.</source>
        <translation>请打开之前保存的副本。</translation>
    </message>
    <message>
        <source>a single value is larger than 512 MiB</source>
        <translation>单个值超过 512 MiB</translation>
    </message>
    <message>
        <source>Cut very long sequences into pieces first.</source>
        <translation>请先将过长的序列切成小段。</translation>
    </message>
    <message>
        <source>the project file does not accept this: %1</source>
        <translation>项目文件不接受此内容：%1</translation>
    </message>
    <message>
        <source>Check the project for damage.</source>
        <translation>请检查项目是否损坏。</translation>
    </message>
    <message>
        <source>the project file was moved or deleted while it was open</source>
        <translation>项目文件在打开期间被移动或删除</translation>
    </message>
    <message>
        <source>Put it back, or close the project and open it where it is now.</source>
        <translation>请将其放回原处，或关闭项目后从现在的位置打开。</translation>
    </message>
    <message>
        <source>The project is damaged. Open a copy of it that was saved earlier.</source>
        <translation>项目已损坏。请打开之前保存的副本。</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>the new name is empty</source>
        <translation>新名称为空</translation>
    </message>
    <message>
        <source>the name %1 is in use already</source>
        <translation>名称 %1 已被使用</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请选择其他名称。</translation>
    </message>
    <message>
        <source>the dataset %1 has no sound number</source>
        <translation>数据集 %1 的编号无效</translation>
    </message>
    <message>
        <source>the dataset %1 is of no known kind</source>
        <translation>数据集 %1 的类型未知</translation>
    </message>
    <message>
        <source>there are no datasets yet</source>
        <translation>尚无数据集</translation>
    </message>
    <message>
        <source>there are: %1</source>
        <translation>现有：%1</translation>
    </message>
    <message>
        <source>there is no dataset %1</source>
        <translation>没有数据集 %1</translation>
    </message>
    <message numerus="yes">
        <source>the dataset %1 is used by %2 runs (%3, ...)</source>
        <translation>
            <numerusform>数据集 %1 正被 %2 个运行使用（%3 等）</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove those runs first.</source>
        <translation>请先删除这些运行。</translation>
    </message>
    <message>
        <source>the dataset %1 has %2 sequences where %3 were stored</source>
        <translation>数据集 %1 有 %2 条序列，而存储时为 %3 条</translation>
    </message>
    <message>
        <source>the sequence %1 of dataset %2 is of no known class</source>
        <translation>数据集 %2 的序列 %1 类别未知</translation>
    </message>
    <message>
        <source>a dataset of %1 sequences</source>
        <translation>含 %1 条序列的数据集</translation>
    </message>
    <message>
        <source>%1 at most</source>
        <translation>最多 %1</translation>
    </message>
    <message>
        <source>the dataset %1 is not as it was stored: its fingerprint differs</source>
        <translation>数据集 %1 与存储时不同：指纹不一致</translation>
    </message>
    <message>
        <source>there are sequences that belong to no dataset</source>
        <translation>有些序列不属于任何数据集</translation>
    </message>
    <message>
        <source>Check that you may read this file.</source>
        <translation>请检查是否有权读取此文件。</translation>
    </message>
    <message>
        <source>no project file was named</source>
        <translation>未指定项目文件</translation>
    </message>
    <message>
        <source>a path ending in .strand</source>
        <translation>应为以 .strand 结尾的路径</translation>
    </message>
    <message>
        <source>this is a folder</source>
        <translation>这是一个文件夹</translation>
    </message>
    <message>
        <source>a Strandlab project file</source>
        <translation>应为 Strandlab 项目文件</translation>
    </message>
    <message>
        <source>Name the project file itself; it ends in .strand.</source>
        <translation>请指定项目文件本身；其名称以 .strand 结尾。</translation>
    </message>
    <message>
        <source>this is a device or a pipe, not a file</source>
        <translation>这是设备或管道，而不是文件</translation>
    </message>
    <message>
        <source>the folder %1 does not exist</source>
        <translation>文件夹 %1 不存在</translation>
    </message>
    <message>
        <source>Check the path, or create the folder first.</source>
        <translation>请检查路径，或先创建文件夹。</translation>
    </message>
    <message>
        <source>this is the database of another program (application id %1)</source>
        <translation>这是另一个程序的数据库（应用标识 %1）</translation>
    </message>
    <message>
        <source>a Strandlab project</source>
        <translation>应为 Strandlab 项目</translation>
    </message>
    <message>
        <source>Nothing in the file was changed.</source>
        <translation>文件未作任何更改。</translation>
    </message>
    <message>
        <source>this project was made by a newer Strandlab (project version %1)</source>
        <translation>该项目由更新版本的 Strandlab 创建（项目版本 %1）</translation>
    </message>
    <message>
        <source>project version %1 or older</source>
        <translation>应为项目版本 %1 或更早</translation>
    </message>
    <message>
        <source>Update Strandlab to open it. Nothing in the file was changed.</source>
        <translation>请更新 Strandlab 后打开。文件未作任何更改。</translation>
    </message>
    <message>
        <source>the project is damaged: it claims version %1</source>
        <translation>项目已损坏：其版本标为 %1</translation>
    </message>
    <message>
        <source>the file is empty (0 bytes)</source>
        <translation>文件为空（0 字节）</translation>
    </message>
    <message>
        <source>It may be the rest of a copy that failed: restore it from a copy, or delete it and create a new project.</source>
        <translation>它可能是复制失败的残留：请从副本恢复，或删除后新建项目。</translation>
    </message>
    <message>
        <source>this is not a Strandlab project</source>
        <translation>这不是 Strandlab 项目</translation>
    </message>
    <message>
        <source>a file that Strandlab created</source>
        <translation>应为 Strandlab 创建的文件</translation>
    </message>
    <message>
        <source>To read sequences from it, create a project and import the file there.</source>
        <translation>若要读取其中的序列，请新建项目并导入该文件。</translation>
    </message>
    <message>
        <source>a stored description is not readable</source>
        <translation>存储的描述无法读取</translation>
    </message>
    <message>
        <source>the file %1 holds unsaved changes of a project of this name</source>
        <translation>文件 %1 保存着同名项目尚未写回的更改</translation>
    </message>
    <message>
        <source>Open that project once to save them, move the file away, or choose another name.</source>
        <translation>请先打开该项目一次以保存更改，或移走该文件，或选择其他名称。</translation>
    </message>
    <message>
        <source>the project file cannot be created: %1</source>
        <translation>无法创建项目文件：%1</translation>
    </message>
    <message>
        <source>the project is read-only: %1</source>
        <translation>项目为只读：%1</translation>
    </message>
    <message>
        <source>Open it for reading, or save a copy elsewhere and work there.</source>
        <translation>请以只读方式打开，或在别处保存副本后使用。</translation>
    </message>
    <message>
        <source>the folder %1 is read-only: %2</source>
        <translation>文件夹 %1 为只读：%2</translation>
    </message>
    <message>
        <source>A project that is changed needs room for its journal: copy it to a folder that you may write to.</source>
        <translation>修改项目需要空间存放日志文件：请将其复制到可写的文件夹。</translation>
    </message>
    <message>
        <source>the table %1 is missing or not as Strandlab makes it</source>
        <translation>表 %1 缺失，或与 Strandlab 所建的不同</translation>
    </message>
    <message>
        <source>the project has to be brought up to date, and another program is reading it</source>
        <translation>项目需要更新，但另一个程序正在读取它</translation>
    </message>
    <message>
        <source>this project is open already under the name %1</source>
        <translation>该项目已以名称 %1 打开</translation>
    </message>
    <message>
        <source>Open it by that name.</source>
        <translation>请用该名称打开。</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <source>Check the path, or create the project by importing sequences.</source>
        <translation>请检查路径，或通过导入序列来新建项目。</translation>
    </message>
    <message>
        <source>this project is open in this program</source>
        <translation>该项目已在本程序中打开</translation>
    </message>
    <message>
        <source>Choose another name for the copy.</source>
        <translation>请为副本选择其他名称。</translation>
    </message>
    <message>
        <source>a row of table %1 refers to one that is missing</source>
        <translation>表 %1 中有一行引用了不存在的行</translation>
    </message>
    <message>
        <source>there is no run with the number %1</source>
        <translation>没有编号为 %1 的运行</translation>
    </message>
    <message>
        <source>It may have been removed meanwhile.</source>
        <translation>它可能已被删除。</translation>
    </message>
    <message>
        <source>the best checkpoint of run %1 (step %2) is damaged</source>
        <translation>运行 %1 的最佳检查点（第 %2 步）已损坏</translation>
    </message>
    <message>
        <source>the latest checkpoint of run %1 (step %2) is damaged</source>
        <translation>运行 %1 的最新检查点（第 %2 步）已损坏</translation>
    </message>
    <message>
        <source>the attention of run %1 for %2 after epoch %3 is damaged</source>
        <translation>运行 %1 在第 %3 轮之后对 %2 的注意力已损坏</translation>
    </message>
    <message>
        <source>the predictions of run %1 are damaged</source>
        <translation>运行 %1 的预测已损坏</translation>
    </message>
    <message>
        <source>a run is in no known state: %1</source>
        <translation>有运行处于未知状态：%1</translation>
    </message>
    <message>
        <source>there are no runs yet</source>
        <translation>尚无运行</translation>
    </message>
    <message>
        <source>there is no run %1</source>
        <translation>没有运行 %1</translation>
    </message>
    <message>
        <source>there is no dataset with the number %1</source>
        <translation>没有编号为 %1 的数据集</translation>
    </message>
    <message>
        <source>the split of run %1 is damaged</source>
        <translation>运行 %1 的划分已损坏</translation>
    </message>
    <message>
        <source>the split of run %1 names sequences that are not there</source>
        <translation>运行 %1 的划分引用了不存在的序列</translation>
    </message>
    <message>
        <source>there are stored values that belong to no run</source>
        <translation>有些存储值不属于任何运行</translation>
    </message>
    <message>
        <source>stopped; nothing was changed</source>
        <translation>已停止；未作任何更改</translation>
    </message>
    <message>
        <source>sequence %1 of a dataset is damaged</source>
        <translation>数据集中的序列 %1 已损坏</translation>
    </message>
    <message>
        <source>Saving sequences</source>
        <translation>正在保存序列</translation>
    </message>
    <message>
        <source>sequence %1 of a dataset is missing</source>
        <translation>数据集中的序列 %1 缺失</translation>
    </message>
    <message>
        <source>there is no sequence %1</source>
        <translation>没有序列 %1</translation>
    </message>
    <message>
        <source>the project is open for writing in another program</source>
        <translation>项目已在另一个程序中以可写方式打开</translation>
    </message>
    <message>
        <source>the project is open for writing already in this program</source>
        <translation>项目已在本程序中以可写方式打开</translation>
    </message>
    <message>
        <source>the project is open for writing in another program (process %1 on %2)</source>
        <translation>项目已在另一个程序中以可写方式打开（%2 上的进程 %1）</translation>
    </message>
    <message>
        <source>Close it there first. Reading is possible meanwhile.</source>
        <translation>请先在那里关闭。在此期间可以读取。</translation>
    </message>
    <message>
        <source>the project cannot be locked for writing: %1</source>
        <translation>无法锁定项目以写入：%1</translation>
    </message>
    <message>
        <source>Check that you may write to %1.</source>
        <translation>请检查是否有权写入 %1。</translation>
    </message>
    <message>
        <source>expected char or kmer:K[:STRIDE] with K from 1 to %1</source>
        <translation>应为 char 或 kmer:K[:STRIDE]，K 为 1 至 %1</translation>
    </message>
    <message>
        <source>tokenizer &quot;%1&quot; cannot be used for %2</source>
        <translation>分词器“%1”不能用于 %2</translation>
    </message>
    <message>
        <source>stride &quot;%1&quot; cannot be used for %2-mers</source>
        <translation>步幅“%1”不能用于 %2-mer</translation>
    </message>
    <message>
        <source>expected a whole number from 1 to %1</source>
        <translation>应为 1 至 %1 的整数</translation>
    </message>
    <message>
        <source>there is not enough memory (%1)</source>
        <translation>内存不足（%1）</translation>
    </message>
    <message>
        <source>the device failed (%1)</source>
        <translation>设备出错（%1）</translation>
    </message>
    <message>
        <source>try again, or choose the device cpu</source>
        <translation>请重试，或选择设备 cpu</translation>
    </message>
    <message>
        <source>the evaluation was stopped</source>
        <translation>评估已停止</translation>
    </message>
    <message>
        <source>the checkpoint does not fit: %1 is missing or has another shape</source>
        <translation>检查点不匹配：%1 缺失或形状不同</translation>
    </message>
    <message>
        <source>a checkpoint of the same model and the same hyperparameters</source>
        <translation>应为相同模型与相同超参数的检查点</translation>
    </message>
    <message>
        <source>warmup_steps is %1, but the whole run has %2 steps</source>
        <translation>warmup_steps 为 %1，但整个运行只有 %2 步</translation>
    </message>
    <message>
        <source>total steps must be larger than or equal to warmup_steps</source>
        <translation>总步数必须不小于 warmup_steps</translation>
    </message>
    <message>
        <source>lower warmup_steps, train more epochs, or set warmup_steps to -1 for a tenth of the run</source>
        <translation>请减小 warmup_steps、增加轮数，或将 warmup_steps 设为 -1（取总步数的十分之一）</translation>
    </message>
    <message>
        <source>warmup_lr is %1, but lr is %2</source>
        <translation>warmup_lr 为 %1，而 lr 为 %2</translation>
    </message>
    <message>
        <source>lr must be larger than or equal to warmup_lr</source>
        <translation>lr 必须不小于 warmup_lr</translation>
    </message>
    <message>
        <source>raise lr or lower warmup_lr</source>
        <translation>请增大 lr 或减小 warmup_lr</translation>
    </message>
    <message>
        <source>the loss is no longer a finite number at step %1 (learning rate %2)</source>
        <translation>第 %1 步时损失不再是有限数（学习率 %2）</translation>
    </message>
    <message>
        <source>the weights are no longer finite numbers after step %1 (learning rate %2)</source>
        <translation>第 %1 步之后权重不再是有限数（学习率 %2）</translation>
    </message>
    <message>
        <source>lower lr or set grad_clip; the last sound checkpoint is kept</source>
        <translation>请减小 lr 或设置 grad_clip；最近的有效检查点已保留</translation>
    </message>
    <message>
        <source>no sequence to train on has a label</source>
        <translation>训练序列都没有标签</translation>
    </message>
    <message>
        <source>labelled sequences in the training part</source>
        <translation>训练部分应有带标签的序列</translation>
    </message>
    <message>
        <source>a checkpoint of the same run</source>
        <translation>应为同一运行的检查点</translation>
    </message>
    <message>
        <source>the checkpoint holds weights only and cannot be continued</source>
        <translation>该检查点只含权重，无法继续训练</translation>
    </message>
    <message>
        <source>the checkpoint is damaged: its record of the training cannot be read</source>
        <translation>检查点已损坏：无法读取其训练记录</translation>
    </message>
    <message>
        <source>the checkpoint was made with another seed, number of sequences, batch size or number of epochs</source>
        <translation>该检查点使用了不同的种子、序列数、批大小或轮数</translation>
    </message>
    <message>
        <source>expected a checkpoint written by this program</source>
        <translation>应为本程序写入的检查点</translation>
    </message>
    <message>
        <source>the checkpoint does not describe tensor %1</source>
        <translation>检查点未描述张量 %1</translation>
    </message>
    <message>
        <source>tensor %1 of the checkpoint has the unknown type &quot;%2&quot;</source>
        <translation>检查点的张量 %1 类型“%2”未知</translation>
    </message>
    <message>
        <source>tensor %1 of the checkpoint has an impossible shape or place</source>
        <translation>检查点的张量 %1 形状或位置无效</translation>
    </message>
    <message>
        <source>the data of tensor %1 lies outside the checkpoint</source>
        <translation>张量 %1 的数据位于检查点之外</translation>
    </message>
    <message>
        <source>tensor %1 of the checkpoint holds values that are neither true nor false</source>
        <translation>检查点的张量 %1 含有既非真也非假的值</translation>
    </message>
    <message>
        <source>the checkpoint does not say where text %1 lies</source>
        <translation>检查点未说明文本 %1 的位置</translation>
    </message>
    <message>
        <source>text %1 lies outside the checkpoint</source>
        <translation>文本 %1 位于检查点之外</translation>
    </message>
    <message>
        <source>this is no checkpoint, or only the beginning of one (%1 bytes)</source>
        <translation>这不是检查点，或只是其开头部分（%1 字节）</translation>
    </message>
    <message>
        <source>the checkpoint is damaged: its checksum does not fit its content</source>
        <translation>检查点已损坏：校验和与内容不符</translation>
    </message>
    <message>
        <source>the header of the checkpoint does not fit into it</source>
        <translation>检查点的头部超出其大小</translation>
    </message>
    <message>
        <source>the header of the checkpoint cannot be read</source>
        <translation>无法读取检查点的头部</translation>
    </message>
    <message>
        <source>the checkpoint holds more data than its header names</source>
        <translation>检查点的数据多于其头部所列</translation>
    </message>
    <message>
        <source>the weights do not fit the model: %1</source>
        <translation>权重与模型不匹配：%1</translation>
    </message>
    <message>
        <source>expected the weights of a model with the same settings</source>
        <translation>应为相同设置的模型的权重</translation>
    </message>
    <message>
        <source>d_model = %1 cannot be shared equally by n_heads = %2</source>
        <translation>d_model = %1 无法被 n_heads = %2 整除</translation>
    </message>
    <message>
        <source>expected n_heads to divide d_model</source>
        <translation>n_heads 应整除 d_model</translation>
    </message>
    <message>
        <source>last_k = %1 asks for more layers than n_layers = %2</source>
        <translation>last_k = %1 要求的层数多于 n_layers = %2</translation>
    </message>
    <message>
        <source>with history_only = true, the first token sees nothing but itself, and pooling = cls reads only it</source>
        <translation>history_only = true 时首个词元只能看到自身，而 pooling = cls 只读取它</translation>
    </message>
    <message>
        <source>take pooling = mean or max</source>
        <translation>请使用 pooling = mean 或 max</translation>
    </message>
    <message>
        <source>Numbers in the vector of a token throughout the network.</source>
        <translation>整个网络中一个词元向量的数值个数。</translation>
    </message>
    <message>
        <source>Attention maps of each layer; must divide d_model.</source>
        <translation>每层的注意力图个数；必须整除 d_model。</translation>
    </message>
    <message>
        <source>Size of the hidden layer after each attention.</source>
        <translation>每个注意力之后隐藏层的大小。</translation>
    </message>
    <message>
        <source>Neighbouring tokens that are seen together before the first attention; 0 takes each token alone.</source>
        <translation>第一个注意力之前一起查看的相邻词元数；0 表示逐个查看。</translation>
    </message>
    <message>
        <source>What the decision is made from: the mean or the maximum over all tokens, or the first one ([CLS]).</source>
        <translation>依据什么作出判断：所有词元的平均或最大值，或第一个词元（[CLS]）。</translation>
    </message>
    <message>
        <source>How the network knows where a token stands.</source>
        <translation>网络如何知道词元所在的位置。</translation>
    </message>
    <message>
        <source>Positions are added to the token vectors, or take the second half of each vector (concat).</source>
        <translation>位置信息加到词元向量上，或占用每个向量的后半部分（concat）。</translation>
    </message>
    <message>
        <source>Normalise before attention and feed-forward (pre, learns reliably) or after them (post, as first published).</source>
        <translation>在注意力与前馈层之前归一化（pre，学习更稳定）或之后归一化（post，如最初发表的那样）。</translation>
    </message>
    <message>
        <source>Activation of the feed-forward layer.</source>
        <translation>前馈层的激活函数。</translation>
    </message>
    <message>
        <source>The outputs of this many last layers are added up before pooling.</source>
        <translation>汇聚之前将最后这么多层的输出相加。</translation>
    </message>
    <message>
        <source>Biases in the maps to queries, keys, values and output.</source>
        <translation>到查询、键、值与输出的映射中是否带偏置。</translation>
    </message>
    <message>
        <source>Share of attention weights switched off at random while learning; slow.</source>
        <translation>学习时随机关闭的注意力权重比例；较慢。</translation>
    </message>
    <message>
        <source>A token sees only itself and the tokens before it.</source>
        <translation>词元只能看到自身及其之前的词元。</translation>
    </message>
    <message>
        <source>Transformer encoder</source>
        <translation>Transformer 编码器</translation>
    </message>
    <message>
        <source>Every token looks at every other one and gathers what matters; the attention can be looked at. Sees how patterns are arranged and where they stand. Needs more data and time than a convolutional network.</source>
        <translation>每个词元查看所有其他词元并汇集重要信息；其注意力可以查看。能看到模式的排列与位置。比卷积网络需要更多的数据与时间。</translation>
    </message>
    <message>
        <source>the last changes lie in %1-wal, and the folder is read-only</source>
        <translation>最近的更改在 %1-wal 中，而文件夹为只读</translation>
    </message>
    <message>
        <source>Copy both files to a folder that you may write to, and open the project there.</source>
        <translation>请将两个文件复制到可写的文件夹，并在那里打开项目。</translation>
    </message>
    <message>
        <source>this step is not the last one of its dataset any more</source>
        <translation>此步骤已不是该数据集的最后一步</translation>
    </message>
    <message>
        <source>Undo steps in the list of steps, last one first.</source>
        <translation>请在步骤列表中从最后一步开始撤销。</translation>
    </message>
    <message>
        <source>expected the path of a file</source>
        <translation>应为文件路径</translation>
    </message>
    <message>
        <source>no attribute stands before @data</source>
        <translation>@data 之前没有属性</translation>
    </message>
    <message>
        <source>expected @attribute lines</source>
        <translation>应有 @attribute 行</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands in the description</source>
        <translation>描述部分出现&quot;%1&quot;</translation>
    </message>
    <message>
        <source>expected @relation, @attribute, @data or a comment that begins with %1</source>
        <translation>应为 @relation、@attribute、@data 或以 %1 开头的注释</translation>
    </message>
    <message>
        <source>the name of an attribute is not closed</source>
        <translation>属性名的引号没有关闭</translation>
    </message>
    <message>
        <source>expected a closing quote</source>
        <translation>应有右引号</translation>
    </message>
    <message>
        <source>the attribute &quot;%1&quot; has no type</source>
        <translation>属性&quot;%1&quot;没有类型</translation>
    </message>
    <message>
        <source>expected a type such as {a,b}, string or numeric</source>
        <translation>应有类型，例如 {a,b}、string 或 numeric</translation>
    </message>
    <message>
        <source>a relational attribute</source>
        <translation>关系型属性</translation>
    </message>
    <message>
        <source>expected one value a field</source>
        <translation>每个字段应为一个值</translation>
    </message>
    <message>
        <source>more than %1 attributes</source>
        <translation>属性超过 %1 个</translation>
    </message>
    <message>
        <source>expected fewer</source>
        <translation>应更少</translation>
    </message>
    <message>
        <source>a sparse row</source>
        <translation>稀疏行</translation>
    </message>
    <message>
        <source>a quote that is opened here is never closed</source>
        <translation>此处打开的引号没有关闭</translation>
    </message>
    <message>
        <source>expected one value an attribute</source>
        <translation>每个属性应有一个值</translation>
    </message>
    <message>
        <source>no @data line</source>
        <translation>没有 @data 行</translation>
    </message>
    <message>
        <source>expected rows behind @data</source>
        <translation>@data 之后应有数据行</translation>
    </message>
    <message>
        <source>ARFF</source>
        <translation>ARFF</translation>
    </message>
    <message>
        <source>Comparing sequences</source>
        <translation>正在比较序列</translation>
    </message>
    <message>
        <source>similar texts were asked for</source>
        <translation>要求查找相似的文本</translation>
    </message>
    <message>
        <source>expected DNA, RNA or protein: only residues can be aligned</source>
        <translation>应为 DNA、RNA 或蛋白质：只有残基可以比对</translation>
    </message>
    <message>
        <source>an identity of %1</source>
        <translation>一致性为 %1</translation>
    </message>
    <message>
        <source>expected a number from %1 to 1</source>
        <translation>应为 %1 到 1 之间的数</translation>
    </message>
    <message>
        <source>no column is called &quot;%1&quot;</source>
        <translation>没有名为&quot;%1&quot;的列</translation>
    </message>
    <message>
        <source>expected one of %1, or a number from 1 to %2</source>
        <translation>应为 %1 之一，或 1 到 %2 的数字</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>%1 folds of %2 sequences</source>
        <translation>把 %2 条序列分为 %1 折</translation>
    </message>
    <message>
        <source>expected a number from 2 to %1</source>
        <translation>应为 2 到 %1 之间的数</translation>
    </message>
    <message>
        <source>divided %1 (seed %2)</source>
        <translation>按 %1 划分（种子 %2）</translation>
    </message>
    <message>
        <source>divided %1 (seed %2), clusters at identity %3 kept whole</source>
        <translation>按 %1 划分（种子 %2），一致性 %3 的聚类保持完整</translation>
    </message>
    <message>
        <source>%1 folds (seed %2)</source>
        <translation>分为 %1 折（种子 %2）</translation>
    </message>
    <message>
        <source>%1 folds (seed %2), clusters at identity %3 kept whole</source>
        <translation>分为 %1 折（种子 %2），一致性 %3 的聚类保持完整</translation>
    </message>
    <message>
        <source>copies with different labels left out</source>
        <translation>已排除标签不同的副本</translation>
    </message>
    <message>
        <source>copies in two parts left out</source>
        <translation>已排除出现在两个部分中的副本</translation>
    </message>
    <message>
        <source>copies left out</source>
        <translation>已排除副本</translation>
    </message>
    <message>
        <source>sequences similar to another part (identity %1) left out</source>
        <translation>已排除与另一部分相似的序列（一致性 %1）</translation>
    </message>
    <message>
        <source>similar sequences (identity %1) left out</source>
        <translation>已排除相似序列（一致性 %1）</translation>
    </message>
    <message>
        <source>label set to &quot;%1&quot;</source>
        <translation>标签设为 &quot;%1&quot;</translation>
    </message>
    <message>
        <source>part set to %1</source>
        <translation>部分设为 %1</translation>
    </message>
    <message>
        <source>a step of a newer version (%1)</source>
        <translation>较新版本的步骤（%1）</translation>
    </message>
    <message>
        <source>no row</source>
        <translation>没有行</translation>
    </message>
    <message>
        <source>expected rows of columns</source>
        <translation>应为由列组成的行</translation>
    </message>
    <message>
        <source>the bytes &quot;%1&quot; are no %2 text</source>
        <translation>字节&quot;%1&quot;不是 %2 文本</translation>
    </message>
    <message>
        <source>expected characters of that encoding</source>
        <translation>应为该编码的字符</translation>
    </message>
    <message>
        <source>choose another encoding</source>
        <translation>请选择其他编码</translation>
    </message>
    <message>
        <source>this system cannot read %1 text</source>
        <translation>本系统无法读取 %1 文本</translation>
    </message>
    <message>
        <source>expected a line that begins with &quot;@&quot;</source>
        <translation>应有以&quot;@&quot;开头的行</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands between records</source>
        <translation>记录之间出现&quot;%1&quot;</translation>
    </message>
    <message>
        <source>the name is &quot;%1&quot; behind the +</source>
        <translation>+ 之后的名称是&quot;%1&quot;</translation>
    </message>
    <message>
        <source>expected &quot;%1&quot; or nothing</source>
        <translation>应为&quot;%1&quot;或为空</translation>
    </message>
    <message>
        <source>&quot;%1&quot; are no qualities</source>
        <translation>&quot;%1&quot;不是质量值</translation>
    </message>
    <message>
        <source>expected characters from ! to ~</source>
        <translation>应为 ! 到 ~ 之间的字符</translation>
    </message>
    <message>
        <source>record &quot;%1&quot; has no + line</source>
        <translation>记录&quot;%1&quot;没有 + 行</translation>
    </message>
    <message>
        <source>expected + and qualities behind the sequence</source>
        <translation>序列之后应有 + 和质量值</translation>
    </message>
    <message>
        <source>record &quot;%1&quot; has %2 qualities</source>
        <translation>记录&quot;%1&quot;有 %2 个质量值</translation>
    </message>
    <message>
        <source>expected %1, one a residue</source>
        <translation>应为 %1 个，每个残基一个</translation>
    </message>
    <message>
        <source>FASTQ</source>
        <translation>FASTQ</translation>
    </message>
    <message>
        <source>the folder cannot be read: %1</source>
        <translation>无法读取文件夹：%1</translation>
    </message>
    <message>
        <source>a folder without files</source>
        <translation>文件夹中没有文件</translation>
    </message>
    <message>
        <source>expected files of sequences in it</source>
        <translation>其中应有序列文件</translation>
    </message>
    <message>
        <source>the location &quot;%1&quot; is not understood</source>
        <translation>无法理解位置&quot;%1&quot;</translation>
    </message>
    <message>
        <source>expected places such as 34..456, join(...) or complement(...)</source>
        <translation>应为 34..456、join(...) 或 complement(...) 这样的位置</translation>
    </message>
    <message>
        <source>a feature ends at %1</source>
        <translation>一个特征的终点是 %1</translation>
    </message>
    <message>
        <source>expected at most %1, the length of the record</source>
        <translation>应不超过 %1，即记录的长度</translation>
    </message>
    <message>
        <source>a feature of more than %1 residues</source>
        <translation>一个特征超过 %1 个残基</translation>
    </message>
    <message>
        <source>expected shorter features</source>
        <translation>应为更短的特征</translation>
    </message>
    <message>
        <source>no feature &quot;%1&quot; in the file</source>
        <translation>文件中没有特征&quot;%1&quot;</translation>
    </message>
    <message>
        <source>expected a feature key such as CDS, or &quot;features&quot; for all</source>
        <translation>应为特征键，例如 CDS；&quot;features&quot; 表示全部</translation>
    </message>
    <message>
        <source>expected a line that begins with LOCUS</source>
        <translation>应有以 LOCUS 开头的行</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands in the sequence</source>
        <translation>序列中出现&quot;%1&quot;</translation>
    </message>
    <message>
        <source>expected a number and residues, or //</source>
        <translation>应为编号和残基，或 //</translation>
    </message>
    <message>
        <source>record &quot;%1&quot; does not end</source>
        <translation>记录&quot;%1&quot;没有结束</translation>
    </message>
    <message>
        <source>expected a line with //</source>
        <translation>应有一行 //</translation>
    </message>
    <message>
        <source>record &quot;%1&quot; has %2 residues</source>
        <translation>记录&quot;%1&quot;有 %2 个残基</translation>
    </message>
    <message>
        <source>expected %1, as LOCUS says</source>
        <translation>应为 %1 个，如 LOCUS 行所述</translation>
    </message>
    <message>
        <source>GenBank</source>
        <translation>GenBank</translation>
    </message>
    <message>
        <source>%1 has no columns</source>
        <translation>%1 没有列</translation>
    </message>
    <message>
        <source>expected a table where a column is named</source>
        <translation>指定列名时应为表格</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in line %2 is no %3 letter</source>
        <translation>第 %2 行的&quot;%1&quot;不是%3字母</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no %2 letter; characters read as %3: %4</source>
        <translation>&quot;%1&quot;不是%2字母；读作 %3 的字符数：%4</translation>
    </message>
    <message>
        <source>the record &quot;%1&quot; has no label</source>
        <translation>记录&quot;%1&quot;没有标签</translation>
    </message>
    <message numerus="yes">
        <source>%1 sequences have no label and are not used in training</source>
        <translation>
            <numerusform>%1 条序列没有标签，不用于训练</numerusform>
        </translation>
    </message>
    <message>
        <source>there is only one class: nothing to tell apart</source>
        <translation>只有一个类别：没有可区分的内容</translation>
    </message>
    <message>
        <source>the largest class has %1 times the sequences of the smallest</source>
        <translation>最大类别的序列数是最小类别的 %1 倍</translation>
    </message>
    <message>
        <source>there is no test part: there will be no test figures</source>
        <translation>没有测试部分：将没有测试指标</translation>
    </message>
    <message numerus="yes">
        <source>%1 sequences occur again in a part held out: figures on it flatter the model</source>
        <translation>
            <numerusform>%1 条序列在保留部分中再次出现：该部分的指标会偏高</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 sequences have copies with another label</source>
        <translation>
            <numerusform>%1 条序列有标签不同的副本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 sequences are copies of others in their part</source>
        <translation>
            <numerusform>%1 条序列是同一部分中其他序列的副本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 sequences have similar ones (identity %2) in a part held out: figures on it flatter the model</source>
        <translation>
            <numerusform>%1 条序列在保留部分中有相似序列（一致性 %2）：该部分的指标会偏高</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 sequences are longer than %2 and will be cut there</source>
        <translation>
            <numerusform>%1 条序列长于 %2，将在该处截断</numerusform>
        </translation>
    </message>
    <message>
        <source>the record has no label in its column</source>
        <translation>该记录在标签列中没有标签</translation>
    </message>
    <message>
        <source>expected a class in every row</source>
        <translation>每一行都应有类别</translation>
    </message>
    <message>
        <source>the record has no label</source>
        <translation>该记录没有标签</translation>
    </message>
    <message>
        <source>expected one sequence a line</source>
        <translation>每行应为一条序列</translation>
    </message>
    <message>
        <source>One sequence a line</source>
        <translation>每行一条序列</translation>
    </message>
    <message>
        <source>the record has no sequence</source>
        <translation>该记录没有序列</translation>
    </message>
    <message>
        <source>a class called &quot;%1&quot;</source>
        <translation>名为 &quot;%1&quot; 的类别</translation>
    </message>
    <message>
        <source>expected a name without bars, tabs, line ends and blanks at its ends</source>
        <translation>名称中不应有竖线、制表符、换行，首尾不应有空格</translation>
    </message>
    <message>
        <source>dataset &quot;%1&quot; has no folds</source>
        <translation>数据集 &quot;%1&quot; 没有折</translation>
    </message>
    <message>
        <source>prepare folds first</source>
        <translation>请先准备分折</translation>
    </message>
    <message>
        <source>there is no fold %1 of dataset &quot;%2&quot;</source>
        <translation>数据集 &quot;%2&quot; 没有第 %1 折</translation>
    </message>
    <message>
        <source>expected a number from 1 to %1</source>
        <translation>应为 1 到 %1 之间的数</translation>
    </message>
    <message>
        <source>--on-bad skip leaves such rows out</source>
        <translation>--on-bad skip 会跳过这样的行</translation>
    </message>
    <message>
        <source>text behind a closing quote</source>
        <translation>右引号之后还有文本</translation>
    </message>
    <message>
        <source>expected the end of the field; a quote inside a quoted field is written twice</source>
        <translation>字段应到此结束；引号字段内的引号要写两次</translation>
    </message>
    <message>
        <source>the row has %1 fields</source>
        <translation>该行有 %1 个字段</translation>
    </message>
    <message>
        <source>expected %1, as in the first row</source>
        <translation>应为 %1 个，与第一行相同</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no split</source>
        <translation>&quot;%1&quot;不是划分</translation>
    </message>
    <message>
        <source>expected train, validation or test</source>
        <translation>应为 train、validation 或 test</translation>
    </message>
    <message>
        <source>write a quote inside a quoted field twice</source>
        <translation>引号字段内的引号要写两次</translation>
    </message>
    <message>
        <source>a row of more than %1 bytes</source>
        <translation>一行超过 %1 字节</translation>
    </message>
    <message>
        <source>a text of more than %1 bytes</source>
        <translation>一段文本超过 %1 字节</translation>
    </message>
    <message>
        <source>expected shorter texts</source>
        <translation>应为更短的文本</translation>
    </message>
    <message>
        <source>One text a file</source>
        <translation>每个文件一段文本</translation>
    </message>
    <message>
        <source>the file is binary, or UTF-16 without a byte order mark; choose the encoding</source>
        <translation>该文件是二进制文件，或是没有字节顺序标记的 UTF-16；请选择编码</translation>
    </message>
    <message>
        <source>TSV</source>
        <translation>TSV</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>Classes: linear layer, softmax</source>
        <translation>类别：线性层、softmax</translation>
    </message>
    <message>
        <source>LSTM</source>
        <translation>LSTM</translation>
    </message>
    <message>
        <source>left to right</source>
        <translation>从左到右</translation>
    </message>
    <message>
        <source>right to left</source>
        <translation>从右到左</translation>
    </message>
    <message>
        <source>Last state of both directions</source>
        <translation>两个方向的最后状态</translation>
    </message>
    <message>
        <source>Text: capitals count as the small letters they stand for.</source>
        <translation>文本:大写字母按对应的小写字母处理。</translation>
    </message>
    <message>
        <source>Text: words or characters rarer than this in the training part are all one unknown token.</source>
        <translation>文本:在训练部分中出现次数少于此值的词或字符都归为同一个未知词元。</translation>
    </message>
    <message>
        <source>Text: only this many of the most frequent words or characters are known.</source>
        <translation>文本:只保留这么多个最常见的词或字符。</translation>
    </message>
    <message>
        <source>Shows as many sequences of each class: those of rare classes again and again (oversample), or only a part of the frequent ones, another in each epoch (undersample).</source>
        <translation>让各类别展示的序列数相同:重复展示稀有类别的序列(oversample),或只展示常见类别的一部分,每轮各不相同(undersample)。</translation>
    </message>
    <message>
        <source>How often the other strand of a DNA or RNA sequence is shown while learning.</source>
        <translation>学习时展示 DNA 或 RNA 序列另一条链的频率。</translation>
    </message>
    <message>
        <source>Share of letters changed at random each time a sequence is shown while learning.</source>
        <translation>学习时每次展示序列时随机改变的字母比例。</translation>
    </message>
    <message>
        <source>Least share of a sequence, cut out at random, that is shown while learning; 1 shows all.</source>
        <translation>学习时随机截取并展示的序列片段的最小比例;1 表示展示全部。</translation>
    </message>
    <message>
        <source>Share of tokens hidden as [UNK] each time a sequence is shown while learning.</source>
        <translation>学习时每次展示序列时以 [UNK] 遮盖的词元比例。</translation>
    </message>
    <message>
        <source>How gradients become steps; adamw suits nearly everything. With adadelta, take lr near 1.</source>
        <translation>如何由梯度得到更新步;adamw 几乎适用于所有情况。使用 adadelta 时,lr 取接近 1 的值。</translation>
    </message>
    <message>
        <source>What is made small while learning; focal lets sequences that are hard to tell count more.</source>
        <translation>学习时要减小的目标;focal 使难以区分的序列权重更大。</translation>
    </message>
    <message>
        <source>With loss = focal: how little easy sequences count; 0 is the cross-entropy.</source>
        <translation>当 loss = focal 时:容易的序列所占权重降低的程度;0 即交叉熵。</translation>
    </message>
    <message>
        <source>class_weights = balanced and sampling = %1 both make up for rare classes</source>
        <translation>class_weights = balanced 与 sampling = %1 都用于补偿稀有类别</translation>
    </message>
    <message>
        <source>expected one of the two</source>
        <translation>应只使用其中之一</translation>
    </message>
    <message>
        <source>set one of them to none</source>
        <translation>将其中之一设为 none</translation>
    </message>
    <message>
        <source>loss = focal does not go with label_smoothing = %1</source>
        <translation>loss = focal 不能与 label_smoothing = %1 同时使用</translation>
    </message>
    <message>
        <source>expected label_smoothing = 0, or loss = cross_entropy</source>
        <translation>应为 label_smoothing = 0,或 loss = cross_entropy</translation>
    </message>
    <message>
        <source>Text by words: file of word vectors (word2vec or GloVe text format) that the tokens begin with.</source>
        <translation>按词的文本:词元初始向量的词向量文件(word2vec 或 GloVe 文本格式)。</translation>
    </message>
    <message>
        <source>The vectors read from the file of embeddings stay as they are.</source>
        <translation>从词向量文件读入的向量在训练中保持不变。</translation>
    </message>
    <message>
        <source>Mean of all tokens, or all positions</source>
        <translation>所有词元的平均，或所有位置</translation>
    </message>
    <message>
        <source>Hidden layers with ReLU</source>
        <translation>带 ReLU 的隐藏层</translation>
    </message>
    <message>
        <source>Gated recurrent unit</source>
        <translation>门控循环单元</translation>
    </message>
    <message>
        <source>Reads the sequence letter by letter; two gates decide how much of the memory is kept and renewed. Does what LSTM does with a quarter fewer weights.</source>
        <translation>逐个字母读取序列;两个门决定记忆保留多少、更新多少。作用与 LSTM 相当,权重少四分之一。</translation>
    </message>
    <message>
        <source>GRU</source>
        <translation>GRU</translation>
    </message>
    <message>
        <source>One vector for the sequence</source>
        <translation>整条序列的一个向量</translation>
    </message>
    <message>
        <source>Long short-term memory</source>
        <translation>长短期记忆网络</translation>
    </message>
    <message>
        <source>Reads the sequence letter by letter; gates decide what is remembered, forgotten and shown. Keeps what lay far back better than a plain recurrent network, and needs more time.</source>
        <translation>逐个字母读取序列;由门决定记住什么、忘记什么、输出什么。比普通循环网络更能保留远处的内容,但耗时更多。</translation>
    </message>
    <message>
        <source>Long short-term memory with attention</source>
        <translation>带注意力的长短期记忆网络</translation>
    </message>
    <message>
        <source>Each step against the final state</source>
        <translation>每一步与最终状态比较</translation>
    </message>
    <message>
        <source>Weighted sum of all steps</source>
        <translation>所有步的加权和</translation>
    </message>
    <message>
        <source>How a step is compared with the final state: by their product (dot), a learned product (general), or a small network (additive).</source>
        <translation>每一步与最终状态如何比较:点积(dot)、学习得到的双线性积(general)或一个小网络(additive)。</translation>
    </message>
    <message>
        <source>Size of the memory that is carried along the sequence.</source>
        <translation>沿序列传递的记忆的大小。</translation>
    </message>
    <message>
        <source>What the decision is made from: the memory after the last token, or the mean or the maximum over all tokens.</source>
        <translation>依据什么作判断:最后一个词元之后的记忆,或所有词元的平均值或最大值。</translation>
    </message>
    <message>
        <source>Plain recurrent network</source>
        <translation>普通循环网络</translation>
    </message>
    <message>
        <source>Reads the sequence letter by letter and carries one memory along, rewritten at each step. The simplest network that sees order; what lay far back fades quickly, so prefer LSTM or GRU for long sequences.</source>
        <translation>逐个字母读取序列,并携带一份每步都重写的记忆。这是能感知顺序的最简单的网络;远处的内容很快淡去,长序列请优先选 LSTM 或 GRU。</translation>
    </message>
    <message>
        <source>Recurrent layer</source>
        <translation>循环层</translation>
    </message>
    <message>
        <source>Recurrent network under a convolution</source>
        <translation>循环网络加卷积</translation>
    </message>
    <message>
        <source>Reads the sequence with a long short-term memory and looks for short patterns in what it remembers. Useful where a pattern counts only after something else was seen.</source>
        <translation>用长短期记忆网络读取序列,再在其记忆中寻找短模式。适用于某个模式只有在先看到别的内容后才有意义的情形。</translation>
    </message>
    <message>
        <source>Convolution with ReLU</source>
        <translation>带 ReLU 的卷积</translation>
    </message>
    <message>
        <source>Maximum over all positions</source>
        <translation>所有位置上的最大值</translation>
    </message>
    <message>
        <source>Recurrent layers on top of each other.</source>
        <translation>循环层的层数。</translation>
    </message>
    <message>
        <source>Patterns looked for.</source>
        <translation>要寻找的模式数。</translation>
    </message>
    <message>
        <source>Width of the patterns looked for.</source>
        <translation>要寻找的模式的宽度。</translation>
    </message>
    <message>
        <source>Recurrent convolutional network</source>
        <translation>循环卷积网络</translation>
    </message>
    <message>
        <source>Sees each token together with everything before and after it, and decides by the strongest answer of each feature. Combines the long view of a recurrent network with the sharp eye of a convolutional one.</source>
        <translation>把每个词元与其前后的全部内容一起看,并按每个特征的最强响应作判断。兼有循环网络的长远视野和卷积网络的敏锐。</translation>
    </message>
    <message>
        <source>Token and contexts together, tanh</source>
        <translation>词元与上下文合并,tanh</translation>
    </message>
    <message>
        <source>Features computed from each token and its contexts.</source>
        <translation>由每个词元及其上下文计算的特征数。</translation>
    </message>
    <message>
        <source>What is normalised: the numbers of each token (layer), or each number over all tokens of a batch (batch).</source>
        <translation>归一化的对象:每个词元的各个数值(layer),或一批中所有词元的同一数值(batch)。</translation>
    </message>
    <message>
        <source>Normalised numbers get a learned offset.</source>
        <translation>归一化后的数值加上可学习的偏移。</translation>
    </message>
    <message>
        <source>Normalised numbers get a learned factor.</source>
        <translation>归一化后的数值乘以可学习的系数。</translation>
    </message>
    <message>
        <source>How well two tokens fit: the scaled product of their vectors (dot), or a small network over both (additive; slow, and needs memory for every pair of tokens).</source>
        <translation>两个词元的匹配程度:向量的缩放点积(dot),或作用于两者的小型网络(additive;较慢,且每对词元都占用内存)。</translation>
    </message>
    <message>
        <source>Activation after the maps to queries, keys, values and output.</source>
        <translation>查询、键、值和输出映射之后的激活函数。</translation>
    </message>
    <message>
        <source>Neighbouring tokens together</source>
        <translation>合看相邻词元</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Self-attention</source>
        <translation>自注意力</translation>
    </message>
    <message>
        <source>Feed-forward</source>
        <translation>前馈</translation>
    </message>
    <message>
        <source>Very deep convolutional network</source>
        <translation>极深卷积网络</translation>
    </message>
    <message>
        <source>Stacks many narrow convolutions, halving the length and doubling the patterns on the way, so that each layer sees patterns of patterns. Has by far the most weights of the classic models: made for many sequences, and slow.</source>
        <translation>堆叠许多窄卷积,途中长度减半、模式数加倍,使每一层看到“模式的模式”。在经典模型中权重最多:适合大量序列,速度较慢。</translation>
    </message>
    <message>
        <source>Blocks of convolution, normalisation and ReLU, halving the length three times</source>
        <translation>卷积、归一化与 ReLU 组成的块,长度减半三次</translation>
    </message>
    <message>
        <source>Strongest positions of each pattern</source>
        <translation>每个模式最强的位置</translation>
    </message>
    <message>
        <source>Two fully connected layers</source>
        <translation>两个全连接层</translation>
    </message>
    <message>
        <source>Convolutional layers.</source>
        <translation>卷积层的层数。</translation>
    </message>
    <message>
        <source>Patterns of the first layers; twice as many after each halving, three times.</source>
        <translation>最初几层的模式数;每次长度减半后加倍,共三次。</translation>
    </message>
    <message>
        <source>Size of each of the two fully connected layers.</source>
        <translation>两个全连接层各自的大小。</translation>
    </message>
    <message>
        <source>The strongest positions of each pattern that the decision is made from.</source>
        <translation>用于判断的每个模式最强位置的个数。</translation>
    </message>
    <message>
        <source>Each block adds to what it was given, which helps the deepest networks to learn.</source>
        <translation>每个块在其输入之上累加,有助于最深的网络学习。</translation>
    </message>
    <message>
        <source>run &quot;%1&quot; has no vocabulary in the project file</source>
        <translation>项目文件中没有运行“%1”的词表</translation>
    </message>
    <message>
        <source>expected the words it was trained with</source>
        <translation>应有其训练时所用的词</translation>
    </message>
    <message>
        <source>train a new run</source>
        <translation>请训练新的运行</translation>
    </message>
    <message>
        <source>embeddings are vectors of words; the tokenizer is %1</source>
        <translation>embeddings 是词的向量;当前分词方式为 %1</translation>
    </message>
    <message>
        <source>expected a text and tokenizer = word</source>
        <translation>应为文本且 tokenizer = word</translation>
    </message>
    <message>
        <source>leave embeddings empty</source>
        <translation>请将 embeddings 留空</translation>
    </message>
    <message>
        <source>with these settings, %1 has no token vectors to begin with</source>
        <translation>在这些设置下,%1 没有可供初始化的词元向量</translation>
    </message>
    <message>
        <source>the file has vectors of %1 numbers, the model&apos;s tokens have %2</source>
        <translation>文件中的向量有 %1 个数,而模型的词元有 %2 个</translation>
    </message>
    <message>
        <source>expected vectors of the same size</source>
        <translation>应为同样大小的向量</translation>
    </message>
    <message>
        <source>set embedding_dim or d_model so that the model&apos;s tokens have %1 numbers</source>
        <translation>请设置 embedding_dim 或 d_model,使模型的词元有 %1 个数</translation>
    </message>
    <message>
        <source>%1 of the %2 words of the vocabulary have a vector in the file of embeddings</source>
        <translation>词表的 %2 个词中有 %1 个在词向量文件中有向量</translation>
    </message>
    <message>
        <source>Copy the dataset and prepare the copy, or remove those runs first: a run needs the data it began with.</source>
        <translation>请复制数据集并对副本进行准备，或先删除这些运行：运行需要它开始时的数据。</translation>
    </message>
    <message>
        <source>there is no step of dataset &quot;%1&quot; to undo</source>
        <translation>数据集 &quot;%1&quot; 没有可撤销的步骤</translation>
    </message>
    <message>
        <source>step %1 of dataset %2 is damaged</source>
        <translation>数据集 %2 的步骤 %1 已损坏</translation>
    </message>
    <message>
        <source>the vocabulary of run %1 is damaged</source>
        <translation>运行 %1 的词表已损坏</translation>
    </message>
    <message>
        <source>%1 = %2 cannot be done with this dataset, whose sequences are %3</source>
        <translation>%1 = %2 不适用于该数据集,其序列类型为 %3</translation>
    </message>
    <message>
        <source>leave %1 at 0</source>
        <translation>将 %1 保持为 0</translation>
    </message>
    <message>
        <source>expected DNA or RNA, which have another strand</source>
        <translation>应为 DNA 或 RNA,它们才有另一条链</translation>
    </message>
    <message>
        <source>expected DNA, RNA or protein</source>
        <translation>应为 DNA、RNA 或蛋白质</translation>
    </message>
    <message>
        <source>expected word or char, followed by :cased to tell A from a</source>
        <translation>应为 word 或 char,后接 :cased 则区分大小写</translation>
    </message>
    <message>
        <source>no token is found min_count = %1 times in the training texts</source>
        <translation>训练文本中没有出现达 min_count = %1 次的词元</translation>
    </message>
    <message>
        <source>expected one or more</source>
        <translation>应至少有一个</translation>
    </message>
    <message>
        <source>lower min_count</source>
        <translation>请减小 min_count</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no word with its vector</source>
        <translation>“%1”不是词及其向量</translation>
    </message>
    <message>
        <source>expected a word and numbers, separated by blanks</source>
        <translation>应为以空白分隔的词和数</translation>
    </message>
    <message>
        <source>the line of &quot;%1&quot; ends early</source>
        <translation>“%1”所在行过早结束</translation>
    </message>
    <message>
        <source>expected a word and %1 numbers</source>
        <translation>应为一个词和 %1 个数</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number</source>
        <translation>“%1”不是数</translation>
    </message>
    <message>
        <source>Reading word vectors</source>
        <translation>正在读取词向量</translation>
    </message>
    <message>
        <source>the features of record &quot;%1&quot; need too much memory</source>
        <translation>记录&quot;%1&quot;的特征需要过多内存</translation>
    </message>
    <message>
        <source>expected fewer of them</source>
        <translation>应更少</translation>
    </message>
    <message>
        <source>Mixtures of positions that every token looks at, instead of all positions.</source>
        <translation>每个词元所看的位置混合的数量，用以代替所有位置。</translation>
    </message>
    <message>
        <source>All heads share one head of keys and values.</source>
        <translation>所有注意力头共用一组键和值。</translation>
    </message>
    <message>
        <source>Keys serve as values too.</source>
        <translation>键同时用作值。</translation>
    </message>
    <message>
        <source>Linformer</source>
        <translation>Linformer</translation>
    </message>
    <message>
        <source>A transformer whose tokens look at a fixed number of learned mixtures of all positions, so that time and memory grow in proportion to the length. For long sequences of similar length, where it matters where a pattern stands.</source>
        <translation>一种 Transformer，其词元只看固定数量的、由所有位置学习得到的混合，因此时间和内存与长度成正比。适合长度相近、且模式所在位置重要的长序列。</translation>
    </message>
    <message>
        <source>Attention to mixtures of positions</source>
        <translation>对位置混合的注意力</translation>
    </message>
    <message>
        <source>heads of %1 numbers cannot be turned in pairs</source>
        <translation>每个头有 %1 个数值，无法成对旋转</translation>
    </message>
    <message>
        <source>expected an even dim_head, or an even d_model / n_heads</source>
        <translation>应为偶数的 dim_head，或偶数的 d_model / n_heads</translation>
    </message>
    <message>
        <source>Random features with which attention is approximated, the more the closer; 0 takes d ln d of a head&apos;s d numbers.</source>
        <translation>用来近似注意力的随机特征数量，越多越接近；0 表示取 d ln d，d 为每个头的数值个数。</translation>
    </message>
    <message>
        <source>New random features are drawn after this many training steps; 0 keeps the first ones.</source>
        <translation>每经过这么多训练步就重新抽取随机特征；0 表示一直使用最初的。</translation>
    </message>
    <message>
        <source>Heads that see only a window, but exactly.</source>
        <translation>只看一个窗口、但精确计算的注意力头数量。</translation>
    </message>
    <message>
        <source>Size of the window of local heads.</source>
        <translation>局部注意力头的窗口大小。</translation>
    </message>
    <message>
        <source>Attention by another kernel than the softmax (kernel_fn).</source>
        <translation>用 softmax 以外的核函数计算注意力（kernel_fn）。</translation>
    </message>
    <message>
        <source>The kernel of generalized_attention.</source>
        <translation>generalized_attention 所用的核函数。</translation>
    </message>
    <message>
        <source>Share of the numbers that attention gives switched off at random while learning.</source>
        <translation>学习时随机关闭的注意力输出数值比例。</translation>
    </message>
    <message>
        <source>Scale norm, with one factor, in the place of layer norm.</source>
        <translation>用只有一个系数的尺度归一化代替层归一化。</translation>
    </message>
    <message>
        <source>No norm: the output of each layer has a factor that grows from nearly 0.</source>
        <translation>不做归一化：每层的输出带有一个从接近 0 开始增长的系数。</translation>
    </message>
    <message>
        <source>Biases in the maps to queries, keys and values.</source>
        <translation>在到查询、键和值的映射中使用偏置。</translation>
    </message>
    <message>
        <source>Biases in the map from the heads&apos; results.</source>
        <translation>在注意力头结果的映射中使用偏置。</translation>
    </message>
    <message>
        <source>A part of each vector comes from the token before and, unless causal, from the one after.</source>
        <translation>每个向量的一部分来自前一个词元；若非因果，还来自后一个词元。</translation>
    </message>
    <message>
        <source>Performer</source>
        <translation>Performer</translation>
    </message>
    <message>
        <source>A transformer that approximates attention with random features, so that time and memory grow in proportion to the length. For sequences of thousands of tokens; short ones are as well served by the Transformer encoder.</source>
        <translation>一种用随机特征近似注意力的 Transformer，时间和内存与长度成正比。适合数千个词元的序列；短序列用 Transformer 编码器同样好。</translation>
    </message>
    <message>
        <source>Attention by random features</source>
        <translation>随机特征注意力</translation>
    </message>
    <message>
        <source>Numbers with which each head compares tokens; 0 takes d_model / n_heads.</source>
        <translation>每个注意力头用来比较词元的数值个数；0 表示取 d_model / n_heads。</translation>
    </message>
    <message>
        <source>Size of the hidden layer after each attention; 0 takes ff_mult times d_model.</source>
        <translation>每次注意力之后隐藏层的大小；0 表示取 ff_mult 乘以 d_model。</translation>
    </message>
    <message>
        <source>Size of the hidden layer as a multiple of d_model.</source>
        <translation>隐藏层大小，以 d_model 的倍数表示。</translation>
    </message>
    <message>
        <source>The hidden layer is gated by a second map of its input.</source>
        <translation>隐藏层由其输入的第二个映射来门控。</translation>
    </message>
    <message>
        <source>The hidden layer is computed in this many parts of the sequence, to save memory.</source>
        <translation>把序列分成这么多部分来计算隐藏层，以节省内存。</translation>
    </message>
    <message>
        <source>Layers are computed again on the way back instead of being remembered: memory does not grow with n_layers, each step takes about half as long again.</source>
        <translation>反向传播时重新计算各层而不是记住它们：内存不随 n_layers 增长，每一步耗时约增加一半。</translation>
    </message>
    <message>
        <source>Share of hidden units switched off at random while learning.</source>
        <translation>学习时随机关闭的隐藏单元比例。</translation>
    </message>
    <message>
        <source>there is no validation part: each run holds out some of the training sequences for it</source>
        <translation>没有验证部分：每次运行都会从训练序列中留出一部分用于验证</translation>
    </message>
    <message>
        <source>How a sequence is cut into tokens: single letters (char), overlapping pieces of k letters (kmer:k) or the words of a text (word). For text, auto and kmer take words; otherwise auto takes single letters, and kmer pieces of 3 letters of DNA or RNA and of 2 of protein.</source>
        <translation>序列如何切成词元：单个字母（char）、重叠的 k 个字母的片段（kmer:k），或文本的词（word）。对于文本，auto 和 kmer 都取词；否则 auto 取单个字母，kmer 对 DNA 或 RNA 取 3 个字母、对蛋白质取 2 个字母的片段。</translation>
    </message>
    <message>
        <source>embeddings_frozen = true without a file of embeddings</source>
        <translation>embeddings_frozen = true，但没有词向量文件</translation>
    </message>
    <message>
        <source>expected embeddings to name a file of word vectors</source>
        <translation>应在 embeddings 中给出词向量文件</translation>
    </message>
    <message>
        <source>set embeddings, or embeddings_frozen to false</source>
        <translation>请设置 embeddings，或将 embeddings_frozen 设为 false</translation>
    </message>
    <message>
        <source>Graph attention network</source>
        <translation>图注意力网络</translation>
    </message>
    <message>
        <source>Attention along the edges with ELU</source>
        <translation>沿边的注意力，带 ELU</translation>
    </message>
    <message>
        <source>Ways of weighing the neighbours, side by side.</source>
        <translation>并列的多种邻居加权方式。</translation>
    </message>
    <message>
        <source>Features of each node in each head.</source>
        <translation>每个头中每个节点的特征数。</translation>
    </message>
    <message>
        <source>Layers on top of each other: how many edges away a node can see.</source>
        <translation>层数：节点能看到多少条边之外。</translation>
    </message>
    <message>
        <source>Slope of the scores below 0 (LeakyReLU).</source>
        <translation>得分小于 0 时的斜率（LeakyReLU）。</translation>
    </message>
    <message>
        <source>Graph convolutional network</source>
        <translation>图卷积网络</translation>
    </message>
    <message>
        <source>Graph convolution with ReLU</source>
        <translation>带 ReLU 的图卷积</translation>
    </message>
    <message>
        <source>Features of each node.</source>
        <translation>每个节点的特征数。</translation>
    </message>
    <message>
        <source>Tokens fewer than this many places apart are joined by an edge.</source>
        <translation>相距小于此数目位置的词元之间有一条边。</translation>
    </message>
    <message>
        <source>How a node knows where it stands: waves of different length, a learned vector for each place, or not at all. Where a token stands several times, their mean.</source>
        <translation>节点如何知道自己的位置：不同波长的波、每个位置一个学习到的向量，或完全不知道。词元多次出现时取平均。</translation>
    </message>
    <message>
        <source>Graph of the sequence</source>
        <translation>序列的图</translation>
    </message>
    <message>
        <source>Mean and maximum over all nodes</source>
        <translation>所有节点的平均值与最大值</translation>
    </message>
    <message>
        <source>Layers, counted from 1, with a large table of values in the place of the hidden layer; 0 is none.</source>
        <translation>用大型值表代替隐藏层的层，从 1 开始计数；0 表示没有。</translation>
    </message>
    <message>
        <source>Keys for each half of a query in these layers: the table has their square of values.</source>
        <translation>这些层中查询每一半的键数：表中值的数量是它的平方。</translation>
    </message>
    <message>
        <source>Layers, counted from 1, with several hidden layers of which each token takes two; 0 is none.</source>
        <translation>具有多个隐藏层、每个词元使用其中两个的层，从 1 开始计数；0 表示没有。</translation>
    </message>
    <message>
        <source>Hidden layers to choose from in these layers.</source>
        <translation>这些层中可供选择的隐藏层数量。</translation>
    </message>
    <message>
        <source>Weight with which all of them are used equally while learning.</source>
        <translation>学习时使所有隐藏层被均匀使用的权重。</translation>
    </message>
    <message>
        <source>%1 names layer %2 of n_layers = %3</source>
        <translation>%1 指定了第 %2 层，而 n_layers = %3</translation>
    </message>
    <message>
        <source>pkm_layers and moe_layers both name layer %1</source>
        <translation>pkm_layers 与 moe_layers 都指定了第 %1 层</translation>
    </message>
    <message>
        <source>expected sequences that are %1</source>
        <translation>应为以下类型的序列：%1</translation>
    </message>
    <message>
        <source>leave %1 at %2</source>
        <translation>请将 %1 保持为 %2</translation>
    </message>
    <message>
        <source>Reads the sequence from both ends, then weighs all steps, and decides by their weighted sum and by what it remembers in the end; the weight of each token can be looked at. Finds motifs more reliably than LSTM alone, since not everything has to be carried to the end.</source>
        <translation>从两端读取序列，然后为每一步赋予权重，并根据加权和以及最后记住的内容作出判断；可以查看每个词元的权重。由于不必把所有信息都带到末尾，它比单独的 LSTM 更可靠地找到基序。</translation>
    </message>
    <message>
        <source>Sum and final state together, tanh</source>
        <translation>加权和与最终状态合并，tanh</translation>
    </message>
    <message>
        <source>n_local_attn_heads = %1 leaves no other of n_heads = %2</source>
        <translation>n_local_attn_heads = %1 使 n_heads = %2 中没有其他注意力头</translation>
    </message>
    <message>
        <source>expected fewer local heads than heads</source>
        <translation>局部注意力头数应少于注意力头总数</translation>
    </message>
    <message>
        <source>weight_tie = true and pkm_layers exclude each other: tied layers are alike</source>
        <translation>weight_tie = true 与 pkm_layers 互相排斥：共用权重的层必须相同</translation>
    </message>
    <message>
        <source>Similar tokens that are compared with each other.</source>
        <translation>互相比较的相似词元数。</translation>
    </message>
    <message>
        <source>How often similar tokens are looked for, each time in another way: more finds more of them.</source>
        <translation>寻找相似词元的轮数，每轮方式不同：轮数越多，找到的越多。</translation>
    </message>
    <message>
        <source>Sequences up to this length are compared in full, without hashing.</source>
        <translation>不超过此长度的序列做完整比较，不使用哈希。</translation>
    </message>
    <message>
        <source>All sequences are compared in full, without hashing.</source>
        <translation>所有序列都做完整比较，不使用哈希。</translation>
    </message>
    <message>
        <source>Each head looks for similar tokens in its own way.</source>
        <translation>每个注意力头以自己的方式寻找相似词元。</translation>
    </message>
    <message>
        <source>A token may also see less similar ones that stand next to its own kind.</source>
        <translation>词元还可以看到排在同类旁边、不那么相似的词元。</translation>
    </message>
    <message>
        <source>A token that is found in several rounds counts each time.</source>
        <translation>在多轮中都被找到的词元每次都计入。</translation>
    </message>
    <message>
        <source>Heads are computed in this many parts, and again on the way back, to save memory.</source>
        <translation>注意力头分成这么多部分计算，反向传播时再算一次，以节省内存。</translation>
    </message>
    <message>
        <source>Heads that see only a window of twice bucket_size and the ones beside it.</source>
        <translation>只能看到两倍 bucket_size 大小的窗口及其相邻窗口的注意力头。</translation>
    </message>
    <message>
        <source>Learned vectors that every token may look at.</source>
        <translation>每个词元都可以查看的学习向量数。</translation>
    </message>
    <message>
        <source>All heads share one head of values.</source>
        <translation>所有注意力头共用一个值头。</translation>
    </message>
    <message>
        <source>Numbers in the vector of a token before it is mapped to d_model; 0 takes d_model.</source>
        <translation>词元向量映射到 d_model 之前的数值个数；0 表示取 d_model。</translation>
    </message>
    <message>
        <source>All layers share the weights of the first.</source>
        <translation>所有层共用第一层的权重。</translation>
    </message>
    <message>
        <source>With reversible: shorter sequences are remembered all the same, which is faster.</source>
        <translation>reversible 为 true 时：不超过此长度的序列仍保存激活，这样更快。</translation>
    </message>
    <message>
        <source>How often a whole layer is left out of a training step.</source>
        <translation>训练步骤中整层被略去的频率。</translation>
    </message>
    <message>
        <source>Reformer</source>
        <translation>Reformer</translation>
    </message>
    <message>
        <source>A transformer whose tokens are compared only with similar ones, found by hashing, so that time grows little faster than the length, and whose layers need not be remembered. For sequences of thousands of tokens in little memory.</source>
        <translation>一种 Transformer：词元只与通过哈希找到的相似词元比较，时间增长几乎与长度成正比，各层的激活也无需保存。适合在较小内存中处理数千个词元的序列。</translation>
    </message>
    <message>
        <source>Attention among similar tokens</source>
        <translation>相似词元之间的注意力</translation>
    </message>
    <message>
        <source>Tokens of a cluster, which look at each other; there is one cluster for so many tokens.</source>
        <translation>一个簇中互相查看的词元数；每这么多词元对应一个簇。</translation>
    </message>
    <message>
        <source>Size of the window of local heads; 0 takes window_size.</source>
        <translation>局部注意力头的窗口大小；0 表示取 window_size。</translation>
    </message>
    <message>
        <source>Local heads know how far apart tokens stand.</source>
        <translation>局部注意力头知道词元之间的距离。</translation>
    </message>
    <message>
        <source>Keys are the queries at unit length; a token then sees itself last.</source>
        <translation>键就是单位长度的查询；此时词元最后才看到自己。</translation>
    </message>
    <message>
        <source>Learned vectors of each cluster that its tokens may look at; with causal at least one.</source>
        <translation>每个簇中可供其词元查看的学习向量数；causal 为 true 时至少一个。</translation>
    </message>
    <message>
        <source>How slowly the centres of clusters follow the tokens: their share that stays in each step.</source>
        <translation>簇中心跟随词元的快慢：每一步中保留的份额。</translation>
    </message>
    <message>
        <source>Weight with which tokens are drawn to the centres of their clusters while learning.</source>
        <translation>学习时把词元拉向其簇中心的权重。</translation>
    </message>
    <message>
        <source>Routing Transformer</source>
        <translation>Routing Transformer（路由 Transformer）</translation>
    </message>
    <message>
        <source>A transformer whose tokens are sorted into clusters that it learns, and are compared inside a cluster only. For sequences of thousands of tokens in which distant places belong together; up to window_size tokens it is a common transformer.</source>
        <translation>一种 Transformer：词元被归入学习得到的簇，只在簇内互相比较。适合数千个词元、且相距很远的位置彼此相关的序列；长度不超过 window_size 时就是普通的 Transformer。</translation>
    </message>
    <message>
        <source>Attention inside clusters</source>
        <translation>簇内注意力</translation>
    </message>
    <message>
        <source>With positions = axial: tokens in a row of the grid whose rows and columns are learned.</source>
        <translation>positions = axial 时：行和列均为学习所得的网格中，每行的词元数。</translation>
    </message>
    <message>
        <source>%1 and %2 exclude each other; both are true</source>
        <translation>%1 与 %2 互相排斥，但两者都为 true</translation>
    </message>
    <message>
        <source>%1 = %2 asks for more heads than n_heads = %3</source>
        <translation>%1 = %2 要求的注意力头数超过 n_heads = %3</translation>
    </message>
    <message>
        <source>Gated graph network</source>
        <translation>门控图网络</translation>
    </message>
    <message>
        <source>Dense layer with tanh</source>
        <translation>带 tanh 的全连接层</translation>
    </message>
    <message>
        <source>Gated step along the edges</source>
        <translation>沿边的门控步骤</translation>
    </message>
    <message>
        <source>A gate for each node</source>
        <translation>每个节点一个门</translation>
    </message>
    <message>
        <source>Size of the memory of each node.</source>
        <translation>每个节点记忆的大小。</translation>
    </message>
    <message>
        <source>How often the nodes listen to their neighbours: how many edges away they can hear.</source>
        <translation>节点倾听邻居的次数：能听到多少条边之外。</translation>
    </message>
    <message>
        <source>Joins the tokens of a sequence that stand near each other to a graph, and lets each weigh its neighbours; the weights can be looked at. In which order neighbours stand it knows only from tokens of several letters and from their positions, and what lies beyond the window reaches a token only layer by layer.</source>
        <translation>把序列中彼此靠近的词元连成图，让每个词元为其邻居赋予权重；可以查看这些权重。邻居的先后顺序只能从多字母的词元和它们的位置得知，窗口之外的内容只能逐层传到一个词元。</translation>
    </message>
    <message>
        <source>Joins the tokens of a sequence that stand near each other to a graph, and lets each take in the mean of its neighbours. Fast. It sees which tokens stand together and where; in which order neighbours stand it knows only from tokens of several letters and from their positions.</source>
        <translation>把序列中彼此靠近的词元连成图，让每个词元吸收其邻居的平均值。速度快。它能看到哪些词元在一起以及在哪里；邻居的先后顺序只能从多字母的词元和它们的位置得知。</translation>
    </message>
    <message>
        <source>What the nodes of the graph are: all tokens of a sequence, one by one (positions), or its different tokens, however often each stands there (types).</source>
        <translation>图的节点是什么：序列中的每一个词元（positions），或序列中不同的词元，无论各出现多少次（types）。</translation>
    </message>
    <message>
        <source>Joins the tokens of a text or sequence that stand near each other to a graph. Each remembers what it hears from its neighbours, and a gate says how much it counts in the end; both can be looked at. Made for texts; in which order neighbours stand it knows only from their positions and from tokens of several letters.</source>
        <translation>把文本或序列中彼此靠近的词元连成图。每个词元记住从邻居那里听到的内容，最后由一个门决定它有多重要；两者都可以查看。为文本而设计；邻居的先后顺序只能从它们的位置和多字母的词元得知。</translation>
    </message>
    <message>
        <source>%1 folds of %2 groups of similar sequences</source>
        <translation>要把 %2 组相似序列分成 %1 折</translation>
    </message>
    <message>
        <source>ask for fewer folds, or group only sequences that are more alike</source>
        <translation>请减少折数，或只把更相似的序列归为一组</translation>
    </message>
    <message>
        <source>With warmup_cosine: steps in which the learning rate rises; -1 takes a tenth of all steps.</source>
        <translation>warmup_cosine 时：学习率上升所用的步数；-1 表示取总步数的十分之一。</translation>
    </message>
    <message>
        <source>With warmup_cosine: steps at the full learning rate before it falls.</source>
        <translation>warmup_cosine 时：下降之前保持最大学习率的步数。</translation>
    </message>
    <message>
        <source>With warmup_cosine: learning rate at the very first step of the rise.</source>
        <translation>warmup_cosine 时：上升阶段第一步的学习率。</translation>
    </message>
    <message>
        <source>Looks at which letters a sequence is made of and, where all sequences have one length, at where each of them stands. The smallest and fastest model: a good first look, and good enough where composition or fixed positions decide.</source>
        <translation>观察序列由哪些字母组成；当所有序列等长时，还观察每个字母所在的位置。最小、最快的模型：适合初步了解数据，在由组成或固定位置决定类别时也足够好。</translation>
    </message>
    <message>
        <source>What the network reads: the mean of all token vectors, or every token at its position (onehot, for sequences that are aligned to each other). auto takes onehot where the sequences have one length and few different tokens, such as windows around a site, and mean otherwise.</source>
        <translation>网络读取的内容：所有词元向量的平均值（mean），或每个位置上的词元（onehot，适用于彼此对齐的序列）。auto 在序列等长且词元种类较少时（如位点两侧的窗口）取 onehot，否则取 mean。</translation>
    </message>
    <message>
        <source>Whether each token is told where it stands: by waves of different length (sinusoidal), by a learned vector for each place, or not at all. auto takes waves where the sequences have one length, such as windows around a site, and none otherwise.</source>
        <translation>是否告知每个词元自己所处的位置：用不同波长的正弦波（sinusoidal）、为每个位置学习一个向量（learned），或不告知（none）。auto 在各序列等长时（如位点两侧的窗口）使用正弦波，否则不使用。</translation>
    </message>
    <message>
        <source>leave %1 empty</source>
        <translation>请将 %1 留空</translation>
    </message>
    <message>
        <source>Learned positions</source>
        <translation>学习得到的位置</translation>
    </message>
    <message>
        <source>No random features and none of their settings: queries and keys are normalised by softmax each.</source>
        <translation>不使用随机特征及其设置：查询与键各自用 softmax 归一化。</translation>
    </message>
    <message>
        <source>Looks for short patterns of a few widths anywhere in the sequence and decides by the strongest match of each. Fast and hard to beat where a motif decides; it does not see how two of them are arranged, and where one stands only with positions.</source>
        <translation>在序列各处寻找若干宽度的短模式，并依据每种模式的最强匹配作出判断。速度快，在由基序决定类别时很难被超越；它看不到两个模式之间的排列，只有启用位置信息时才知道模式所在的位置。</translation>
    </message>
    <message>
        <source>dataset &quot;%1&quot; holds %2, the model was trained with %3</source>
        <translation>数据集“%1”的内容是 %2，而模型是用 %3 训练的</translation>
    </message>
    <message>
        <source>run &quot;%1&quot; names a dataset that is not there</source>
        <translation>运行“%1”所指的数据集不存在</translation>
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
    <message>
        <source>Show table</source>
        <translation>显示表格</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>model %1</source>
        <translation>模型 %1</translation>
    </message>
    <message>
        <source>preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>设置</translation>
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
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>预测</translation>
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
        <source>3,190 stretches of primate DNA: an exon&apos;s end, its start, or neither.</source>
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
    <message>
        <source>%1; the record is skipped</source>
        <translation>%1；该记录被跳过</translation>
    </message>
</context>
<context>
    <name>steps</name>
    <message>
        <source>divide into parts</source>
        <translation>划分数据</translation>
    </message>
    <message>
        <source>number folds</source>
        <translation>编号折</translation>
    </message>
    <message>
        <source>leave out copies</source>
        <translation>排除重复序列</translation>
    </message>
    <message>
        <source>leave out similar sequences</source>
        <translation>排除相似序列</translation>
    </message>
    <message numerus="yes">
        <source>set the class of %n sequence(s)</source>
        <translation>
            <numerusform>设置 %n 条序列的类别</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>leave out %n sequence(s)</source>
        <translation>
            <numerusform>排除 %n 条序列</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>move %n sequence(s)</source>
        <translation>
            <numerusform>移动 %n 条序列</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>strand::ArchitectureView</name>
    <message>
        <source>Architecture of %1</source>
        <translation>%1 的架构</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>架构</translation>
    </message>
    <message>
        <source>Export the picture</source>
        <translation>导出图片</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>parallel</source>
        <translation>并行</translation>
    </message>
    <message>
        <source>repeated</source>
        <translation>重复</translation>
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
        <source>Show each epoch&apos;s map as it comes</source>
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
    <message numerus="yes">
        <source>%Ln layer(s)</source>
        <translation>
            <numerusform>%Ln 层</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln head(s)</source>
        <translation>
            <numerusform>%Ln 个头</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>Attention weights</source>
        <translation>注意力权重</translation>
    </message>
    <message>
        <source>Look into %1</source>
        <translation>查看 %1</translation>
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
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Tokens that weigh most</source>
        <translation>权重最大的词元</translation>
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
    <name>strand::ComparePage</name>
    <message>
        <source>Nothing to compare yet</source>
        <translation>还没有可比较的内容</translation>
    </message>
    <message>
        <source>Train a model, then the same with another setting, or another model. Their curves lie over each other here.</source>
        <translation>先训练一个模型，再用不同的设置或另一个模型训练。它们的曲线会在这里叠放显示。</translation>
    </message>
    <message>
        <source>Open a project or a sample first.</source>
        <translation>请先打开一个项目或示例。</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Go to Home</source>
        <translation>转到主页</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <source>Validation %1</source>
        <translation>验证 %1</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Check the runs to lay over each other; the table of runs says in what they differ.</source>
        <translation>勾选要叠放的运行；运行列表会说明它们的设置有何不同。</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Runs to compare</source>
        <translation>要比较的运行</translation>
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
        <source>Axis, data and export of this plot</source>
        <translation>此图的坐标轴、数据与导出</translation>
    </message>
</context>
<context>
    <name>strand::DataFigures</name>
    <message>
        <source>characters</source>
        <translation>字符</translation>
    </message>
    <message>
        <source>residues</source>
        <translation>残基</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>sequences</source>
        <translation>条序列</translation>
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
        <source>Classes and parts</source>
        <translation>类别与部分</translation>
    </message>
    <message>
        <source>in no part</source>
        <translation>未划分</translation>
    </message>
    <message>
        <source>Length by class</source>
        <translation>各类别的长度</translation>
    </message>
    <message>
        <source>Most frequent pairs of residues</source>
        <translation>最常见的残基对</translation>
    </message>
    <message>
        <source>Pairs of residues</source>
        <translation>残基对</translation>
    </message>
    <message>
        <source>GC content</source>
        <translation>GC 含量</translation>
    </message>
    <message>
        <source>percent G or C of a sequence</source>
        <translation>序列中 G 或 C 的百分比</translation>
    </message>
    <message>
        <source>Sequence logo</source>
        <translation>序列标识图</translation>
    </message>
    <message>
        <source>Sequence logo of class %1</source>
        <translation>类别 %1 的序列标识图</translation>
    </message>
</context>
<context>
    <name>strand::DataPage</name>
    <message>
        <source>length %1</source>
        <translation>长度 %1</translation>
    </message>
    <message>
        <source>lengths %1 to %2, median %3</source>
        <translation>长度 %1 至 %2，中位数 %3</translation>
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
        <source>Dataset</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>序列</translation>
    </message>
    <message numerus="yes">
        <source>%Ln class(es)</source>
        <translation>
            <numerusform>%Ln 个类别</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out</source>
        <translation>
            <numerusform>%Ln 条已排除</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is %2 in the settings of the model.</source>
        <translation>模型设置中的 %1 已设为 %2。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Runs use this dataset, so it stays as it is.</source>
        <translation>已有运行使用此数据集，因此它保持不变。</translation>
    </message>
    <message>
        <source>The step can be done to a copy; the copy becomes the current dataset.</source>
        <translation>可以对副本执行此步骤；副本将成为当前数据集。</translation>
    </message>
    <message>
        <source>Do it to a copy</source>
        <translation>对副本执行</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) of the files were left out.</source>
        <translation>
            <numerusform>文件中有 %Ln 条记录未导入。</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop files or a folder here, or choose them: FASTA, FASTQ, GenBank, tables, ARFF or plain text, also gz and xz. You see what was understood before anything is stored.</source>
        <translation>将文件或文件夹拖到此处，或选择它们：FASTA、FASTQ、GenBank、表格、ARFF 或纯文本，也支持 gz 和 xz。保存之前会先显示识别结果。</translation>
    </message>
    <message>
        <source>Overview · %1</source>
        <extracomment>a view of the page, with the number of things found</extracomment>
        <translation>概览 · %1</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>准备</translation>
    </message>
    <message>
        <source>View of the dataset</source>
        <translation>数据集视图</translation>
    </message>
    <message>
        <source>Reading sequences…</source>
        <translation>正在读取序列…</translation>
    </message>
    <message>
        <source>They appear here in a moment.</source>
        <translation>它们马上会显示在这里。</translation>
    </message>
</context>
<context>
    <name>strand::DataSteps</name>
    <message>
        <source>Nothing had to be changed.</source>
        <translation>无需任何更改。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
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
    <name>strand::EngineLog</name>
    <message>
        <source>The engine is ready: %1</source>
        <translation>引擎已就绪：%1</translation>
    </message>
    <message>
        <source>Project %1 is open</source>
        <translation>项目 %1 已打开</translation>
    </message>
    <message numerus="yes">
        <source>Dataset %1: %Ln sequence(s)</source>
        <translation>
            <numerusform>数据集 %1：%Ln 条序列</numerusform>
        </translation>
    </message>
    <message>
        <source>training goes on after step %1</source>
        <translation>训练在第 %1 步之后继续</translation>
    </message>
    <message>
        <source>training begins</source>
        <translation>训练开始</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thread(s)</source>
        <translation>
            <numerusform>%Ln 个线程</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln epoch(s)</source>
        <translation>
            <numerusform>%Ln 轮</numerusform>
        </translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation>第 %1 轮，共 %2 轮</translation>
    </message>
    <message>
        <source>training loss %1</source>
        <translation>训练损失 %1</translation>
    </message>
    <message>
        <source>validation loss %1, ACC %2, MCC %3</source>
        <translation>验证损失 %1，ACC %2，MCC %3</translation>
    </message>
    <message>
        <source>learning rate %1</source>
        <translation>学习率 %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 sequences/s</source>
        <translation>每秒 %1 条序列</translation>
    </message>
    <message>
        <source>best so far</source>
        <translation>目前最佳</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>discarded</source>
        <translation>已丢弃</translation>
    </message>
    <message>
        <source>stopped in epoch %1 of %2, after %3; it can be resumed</source>
        <translation>在第 %1 轮（共 %2 轮）停止，用时 %3；可以继续训练</translation>
    </message>
    <message numerus="yes">
        <source>ends early: no better validation for %Ln epoch(s)</source>
        <translation>
            <numerusform>提前结束：验证结果已连续 %Ln 轮没有改善</numerusform>
        </translation>
    </message>
    <message>
        <source>ended by hand after epoch %1 of %2</source>
        <translation>在第 %1 轮（共 %2 轮）之后被手动结束</translation>
    </message>
    <message>
        <source>finished in %1</source>
        <translation>完成，用时 %1</translation>
    </message>
    <message>
        <source>best epoch %1</source>
        <translation>最佳轮次 %1</translation>
    </message>
    <message>
        <source>test ACC %1, MCC %2</source>
        <translation>测试 ACC %1，MCC %2</translation>
    </message>
    <message>
        <source>Training has failed: %1</source>
        <translation>训练失败：%1</translation>
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
    <message>
        <source>A project is one file that holds data, runs and what you looked at. Import files of sequences, or drop them on this window.</source>
        <translation>一个项目就是一个文件，保存数据、运行与查看状态。可以导入序列文件，也可以直接拖放到本窗口。</translation>
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
    <message>
        <source>default: no file</source>
        <translation>默认:无文件</translation>
    </message>
    <message>
        <source>Back to no file</source>
        <translation>恢复为无文件</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
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
    <message>
        <source>The settings appear as soon as the engine has started.</source>
        <translation>引擎启动后，设置会立即显示。</translation>
    </message>
</context>
<context>
    <name>strand::IdentitySlider</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Identity in percent</source>
        <translation>一致性（百分比）</translation>
    </message>
    <message>
        <source>Identical residues of an alignment over the length of the shorter sequence</source>
        <translation>比对中相同的残基数除以较短序列的长度</translation>
    </message>
</context>
<context>
    <name>strand::ImportForm</name>
    <message>
        <source>header: &gt;name|label|split</source>
        <translation>标题行：&gt;名称|标签|划分</translation>
    </message>
    <message>
        <source>one class a file</source>
        <translation>每个文件一个类别</translation>
    </message>
    <message>
        <source>one class a folder</source>
        <translation>每个文件夹一个类别</translation>
    </message>
    <message>
        <source>first letter of the name</source>
        <translation>名称的首字母</translation>
    </message>
    <message>
        <source>a column</source>
        <translation>一列</translation>
    </message>
    <message>
        <source>no labels</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>header: &gt;name|label|train</source>
        <translation>标题行：&gt;名称|标签|train</translation>
    </message>
    <message>
        <source>names of files and folders</source>
        <translation>文件和文件夹的名称</translation>
    </message>
    <message>
        <source>anew: 80 %, 10 %, 10 % of each class</source>
        <translation>重新划分：每个类别 80 %、10 %、10 %</translation>
    </message>
    <message>
        <source>no parts</source>
        <translation>不划分</translation>
    </message>
    <message>
        <source>comma ,</source>
        <translation>逗号 ,</translation>
    </message>
    <message>
        <source>semicolon ;</source>
        <translation>分号 ;</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>bar |</source>
        <translation>竖线 |</translation>
    </message>
    <message>
        <source>recognise</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>recognised: %1</source>
        <translation>已识别：%1</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>names of the columns</source>
        <translation>列名</translation>
    </message>
    <message>
        <source>a record</source>
        <translation>一条记录</translation>
    </message>
    <message>
        <source>stop and tell</source>
        <translation>停止并提示</translation>
    </message>
    <message>
        <source>skip the record</source>
        <translation>跳过该记录</translation>
    </message>
    <message>
        <source>replace by N or X</source>
        <translation>替换为 N 或 X</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>First row</source>
        <translation>首行</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Sequence column</source>
        <translation>序列列</translation>
    </message>
    <message>
        <source>Classes from</source>
        <translation>类别来源</translation>
    </message>
    <message>
        <source>Class column</source>
        <translation>类别列</translation>
    </message>
    <message>
        <source>Parts from</source>
        <translation>划分来源</translation>
    </message>
    <message>
        <source>Part column</source>
        <translation>划分列</translation>
    </message>
    <message>
        <source>Name column</source>
        <translation>名称列</translation>
    </message>
    <message>
        <source>What is bad</source>
        <translation>遇到错误时</translation>
    </message>
</context>
<context>
    <name>strand::ImportPanel</name>
    <message>
        <source>Sequence files</source>
        <translation>序列文件</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 条</numerusform>
        </translation>
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
        <source>Replace by N or X</source>
        <translation>替换为 N 或 X</translation>
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
        <source>Folder of sequence files</source>
        <translation>序列文件所在的文件夹</translation>
    </message>
    <message>
        <source>Sequence files (%1);;All files (*)</source>
        <translation>序列文件 (%1);;所有文件 (*)</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>第 %1 列</translation>
    </message>
    <message>
        <source>record %1</source>
        <translation>记录 %1</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>导入 %1</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Skip such records</source>
        <translation>跳过此类记录</translation>
    </message>
    <message>
        <source>Import without classes</source>
        <translation>不带类别导入</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>strand::ImportPreview</name>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>This cannot be imported yet</source>
        <translation>目前还不能导入</translation>
    </message>
    <message>
        <source>%1, no classes</source>
        <translation>%1，无类别</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>length %1</source>
        <translation>长度 %1</translation>
    </message>
    <message>
        <source>lengths %1 to %2</source>
        <translation>长度 %1 至 %2</translation>
    </message>
    <message>
        <source>no parts given</source>
        <translation>未给出划分</translation>
    </message>
    <message>
        <source>parts %1</source>
        <translation>部分：%1</translation>
    </message>
    <message numerus="yes">
        <source>First %n record(s)</source>
        <translation>
            <numerusform>前 %n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>Click to say what this column holds</source>
        <translation>单击以指定此列的内容</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Remarks · %1</source>
        <translation>备注 · %1</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>View of the files</source>
        <translation>文件视图</translation>
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
        <source>Part</source>
        <translation>部分</translation>
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
    <message>
        <source>Columns of the file</source>
        <translation>文件的列</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>发现的问题</translation>
    </message>
    <message>
        <source>What was skipped, replaced or read in another way</source>
        <translation>被跳过、替换或以其他方式读取的内容</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln class(es): %2</source>
        <translation>
            <numerusform>%1，%Ln 个类别：%2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>strand::IssueCards</name>
    <message>
        <source>Show them</source>
        <translation>显示它们</translation>
    </message>
    <message>
        <source>Divide anew</source>
        <translation>重新划分</translation>
    </message>
    <message>
        <source>Divide by clusters</source>
        <translation>按聚类划分</translation>
    </message>
    <message>
        <source>Leave out copies</source>
        <translation>排除重复序列</translation>
    </message>
    <message>
        <source>Leave out the copies in training</source>
        <translation>排除训练部分中的重复序列</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>全部排除</translation>
    </message>
    <message>
        <source>Leave out similar ones</source>
        <translation>排除相似序列</translation>
    </message>
    <message>
        <source>Weight the classes</source>
        <translation>对类别加权</translation>
    </message>
    <message>
        <source>Raise max_len</source>
        <translation>增大 max_len</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) to look at</source>
        <translation>
            <numerusform>有 %Ln 项需要注意</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for copies, gaps and imbalance…</source>
        <translation>正在查找重复、缺失和不平衡…</translation>
    </message>
    <message>
        <source>Nothing stands in the way: no copies across parts, no small classes, nothing unlabelled.</source>
        <translation>一切正常：各部分之间没有重复，没有过小的类别，没有缺少标签的序列。</translation>
    </message>
    <message>
        <source>Near copies flatter the figures as copies do; looking for them takes a while.</source>
        <translation>近似重复与完全重复一样会使结果显得过好；查找需要一些时间。</translation>
    </message>
    <message>
        <source>Look for similar sequences</source>
        <translation>查找相似序列</translation>
    </message>
</context>
<context>
    <name>strand::JobBar</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>取消：%1</translation>
    </message>
    <message>
        <source>%1 of %2 %3</source>
        <extracomment>task: done of total, with a unit: &quot;120 of 400 batches&quot;</extracomment>
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
    <name>strand::LogoPlot</name>
    <message>
        <source>No data yet</source>
        <translation>尚无数据</translation>
    </message>
    <message>
        <source>position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>position %1</source>
        <translation>位置 %1</translation>
    </message>
    <message numerus="yes">
        <source>bits · %Ln sequence(s)</source>
        <translation>
            <numerusform>比特 · %Ln 条序列</numerusform>
        </translation>
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
    <message>
        <source>&amp;Inspect</source>
        <translation>查看(&amp;I)</translation>
    </message>
</context>
<context>
    <name>strand::MatrixView</name>
    <message>
        <source>hidden</source>
        <translation>已隐藏</translation>
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
    <name>strand::ModelBrowser</name>
    <message>
        <source>Search models</source>
        <translation>搜索模型</translation>
    </message>
    <message>
        <source>No model has this in its name or description.</source>
        <translation>没有名称或说明含此内容的模型。</translation>
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
        <source>%Ln sequence(s) are longer than max_len and will be cut</source>
        <translation>
            <numerusform>有 %Ln 条序列长于 max_len，将被截断</numerusform>
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
    <message>
        <source>Train</source>
        <translation>训练</translation>
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
    <message>
        <source>token</source>
        <translation>词元</translation>
    </message>
</context>
<context>
    <name>strand::PredictPage</name>
    <message>
        <source>Sequences to predict</source>
        <translation>要预测的序列</translation>
    </message>
    <message>
        <source>There are no sequences on the clipboard.</source>
        <translation>剪贴板上没有序列。</translation>
    </message>
    <message>
        <source>Copy FASTA records, or one sequence a line, and try again.</source>
        <translation>请复制 FASTA 记录，或每行一条序列，然后重试。</translation>
    </message>
    <message>
        <source>Predicting %1</source>
        <translation>正在预测 %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) of %1 were left out.</source>
        <translation>
            <numerusform>%1 中有 %Ln 条记录被略过。</numerusform>
        </translation>
    </message>
    <message>
        <source>Something about %1:</source>
        <translation>关于 %1：</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sequence(s) of %1, by run %2</source>
        <translation>
            <numerusform>%1 的 %Ln 条序列，由运行 %2 预测</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them longer than the %1 tokens that the model reads, and cut there</source>
        <translation>
            <numerusform>其中 %Ln 条比模型读取的 %1 个词元更长，已在该处截断</numerusform>
        </translation>
    </message>
    <message>
        <source>Predicted classes</source>
        <translation>预测的类别</translation>
    </message>
    <message>
        <source>sequences</source>
        <translation>条序列</translation>
    </message>
    <message>
        <source>The first run is training</source>
        <translation>第一个运行正在训练</translation>
    </message>
    <message>
        <source>When it has ended, it tells the class of new sequences.</source>
        <translation>训练结束后，它就可以判断新序列的类别。</translation>
    </message>
    <message>
        <source>Nothing has been trained yet</source>
        <translation>尚未训练</translation>
    </message>
    <message>
        <source>A trained model tells the class of new sequences. Train one first.</source>
        <translation>训练好的模型可以判断新序列的类别。请先训练一个模型。</translation>
    </message>
    <message>
        <source>Open a project or a sample first.</source>
        <translation>请先打开一个项目或示例。</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Go to Home</source>
        <translation>转到主页</translation>
    </message>
    <message>
        <source>Which sequences?</source>
        <translation>哪些序列？</translation>
    </message>
    <message>
        <source>Drop a file of new sequences here, choose one, or paste them: FASTA, FASTQ, GenBank, tables or plain text. They need no labels.</source>
        <translation>把新序列的文件拖到这里，选择一个文件，或直接粘贴：FASTA、FASTQ、GenBank、表格或纯文本。不需要标签。</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1，数据集 %2</translation>
    </message>
    <message>
        <source>test ACC %1, MCC %2</source>
        <translation>测试 ACC %1，MCC %2</translation>
    </message>
    <message>
        <source>predictions wait until the training has ended</source>
        <translation>预测要等训练结束后才开始</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Predict the sequences on the clipboard</source>
        <translation>预测剪贴板上的序列</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>预测结果</translation>
    </message>
    <message>
        <source>The predictions for %1 are not shown: another run is chosen now.</source>
        <translation>未显示 %1 的预测：现在选择的是另一个运行。</translation>
    </message>
    <message>
        <source>Choose run %1 and predict the file again to see them.</source>
        <translation>要查看它们，请选择运行 %1 并重新预测该文件。</translation>
    </message>
</context>
<context>
    <name>strand::PredictionModel</name>
    <message>
        <source>Sequence</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Predicted class</source>
        <translation>预测的类别</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>P(%1)</source>
        <extracomment>%1 a class; heading of the column of its probabilities</extracomment>
        <translation>P(%1)</translation>
    </message>
</context>
<context>
    <name>strand::PreparePanel</name>
    <message>
        <source>The parts make %1 %, not 100 %.</source>
        <translation>各部分合计 %1 %，不是 100 %。</translation>
    </message>
    <message>
        <source>Divide into parts</source>
        <translation>划分数据</translation>
    </message>
    <message>
        <source>Each class is divided alike; copies of a sequence stay in one part.</source>
        <translation>各类别按相同比例划分；同一序列的重复保留在同一部分。</translation>
    </message>
    <message>
        <source>Divide</source>
        <translation>划分</translation>
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
        <source>seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Keep similar sequences together</source>
        <translation>相似序列放在一起</translation>
    </message>
    <message>
        <source>Sequences that share a cluster at this identity stay in one part, so that the test asks for new ones</source>
        <translation>在此一致性下属于同一聚类的序列保留在同一部分，使测试面对新的序列</translation>
    </message>
    <message>
        <source>Cross-validation</source>
        <translation>交叉验证</translation>
    </message>
    <message>
        <source>Numbers the sequences into folds; each fold is held out once.</source>
        <translation>将序列编入各折；每一折轮流作为留出部分。</translation>
    </message>
    <message>
        <source>Number folds</source>
        <translation>编号折</translation>
    </message>
    <message>
        <source>folds</source>
        <translation>折数</translation>
    </message>
    <message>
        <source>Leave the test part alone</source>
        <translation>不改动测试部分</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>重复序列</translation>
    </message>
    <message>
        <source>No sequence occurs twice.</source>
        <translation>没有重复出现的序列。</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>Similar sequences</source>
        <translation>相似序列</translation>
    </message>
    <message>
        <source>Texts are not compared by alignment.</source>
        <translation>文本不进行比对。</translation>
    </message>
    <message>
        <source>Finds clusters as CD-HIT does, and keeps one of each or takes leaks out of training.</source>
        <translation>按 CD-HIT 的方法聚类，每个聚类保留一条，或将泄漏的序列从训练中排除。</translation>
    </message>
    <message>
        <source>Find and leave out</source>
        <translation>查找并排除</translation>
    </message>
    <message>
        <source>All but one of each</source>
        <translation>每组只保留一条</translation>
    </message>
    <message>
        <source>Only those across parts</source>
        <translation>仅跨部分的</translation>
    </message>
    <message>
        <source>Those whose classes contradict</source>
        <translation>类别相互矛盾的</translation>
    </message>
    <message>
        <source>All but one of each cluster</source>
        <translation>每个聚类只保留一条</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sequence(s) repeat another one, %1 of them across parts.</source>
        <translation>
            <numerusform>%Ln 条序列与其他序列重复，其中 %1 条跨越不同部分。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>strand::ProfileView</name>
    <message>
        <source>weight of each token</source>
        <translation>每个词元的权重</translation>
    </message>
    <message>
        <source>equal share %1</source>
        <translation>均等权重 %1</translation>
    </message>
    <message>
        <source>%1: %2 · %3 times an equal share</source>
        <translation>%1：%2 · 为均等权重的 %3 倍</translation>
    </message>
    <message>
        <source>place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>token</source>
        <translation>词元</translation>
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
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sequence(s)</source>
        <translation>
            <numerusform>%Ln 条序列</numerusform>
        </translation>
    </message>
    <message>
        <source>Not read yet: the test set is read once, when a run ends.</source>
        <translation>尚未评估：测试集只在运行结束时评估一次。</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>sequences of the class</source>
        <translation>该类别的序列数</translation>
    </message>
    <message>
        <source>SN</source>
        <translation>SN</translation>
    </message>
    <message>
        <source>sensitivity: how many of the class are found</source>
        <translation>灵敏度：该类别中被找到的比例</translation>
    </message>
    <message>
        <source>SP</source>
        <translation>SP</translation>
    </message>
    <message>
        <source>specificity: how many of the others are left alone</source>
        <translation>特异度：其他类别中未被误判的比例</translation>
    </message>
    <message>
        <source>PRE</source>
        <translation>PRE</translation>
    </message>
    <message>
        <source>precision: how many of those called so are of the class</source>
        <translation>精确率：判为该类别者中确属该类别的比例</translation>
    </message>
    <message>
        <source>harmonic mean of sensitivity and precision</source>
        <translation>灵敏度与精确率的调和平均</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>area under the ROC curve</source>
        <translation>ROC 曲线下面积</translation>
    </message>
    <message>
        <source>AUPR</source>
        <translation>AUPR</translation>
    </message>
    <message>
        <source>area under the precision-recall curve</source>
        <translation>精确率-召回率曲线下面积</translation>
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
    <message>
        <source>What differs</source>
        <translation>不同的设置</translation>
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
    <name>strand::SequenceBrowser</name>
    <message numerus="yes">
        <source>%Ln sequence(s)</source>
        <extracomment>the rows that pass the filters, of all</extracomment>
        <translation>
            <numerusform>%Ln 条序列</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>所有类别</translation>
    </message>
    <message>
        <source>Without a class</source>
        <translation>无类别</translation>
    </message>
    <message>
        <source>All parts</source>
        <translation>所有部分</translation>
    </message>
    <message>
        <source>in no part</source>
        <translation>未划分</translation>
    </message>
    <message>
        <source>Select a sequence to see it whole</source>
        <translation>选择一条序列以查看全文</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>类别 %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sequence(s) selected</source>
        <translation>
            <numerusform>已选择 %Ln 条序列</numerusform>
        </translation>
    </message>
    <message>
        <source>Find a name or a motif</source>
        <translation>查找名称或基序</translation>
    </message>
    <message>
        <source>Shows the sequences whose name or residues contain this (Ctrl+F)</source>
        <translation>显示名称或残基中包含此内容的序列（Ctrl+F）</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Set class</source>
        <translation>设置类别</translation>
    </message>
    <message>
        <source>Move to part</source>
        <translation>移至部分</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>The sequence stays in the project, but no run uses it (Delete)</source>
        <translation>序列保留在项目中，但任何运行都不使用它（Delete）</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>No class</source>
        <translation>无类别</translation>
    </message>
    <message>
        <source>New class</source>
        <translation>新类别</translation>
    </message>
    <message>
        <source>Save sequences</source>
        <translation>保存序列</translation>
    </message>
    <message>
        <source>Sequences written to %1</source>
        <translation>序列已写入 %1</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>Save as %1…</source>
        <translation>另存为 %1…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln 个字符</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln residue(s)</source>
        <translation>
            <numerusform>%Ln 个残基</numerusform>
        </translation>
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
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>%1 · fold %2</source>
        <extracomment>%1 the part a sequence is in, %2 its number in a cross-validation</extracomment>
        <translation>%1 · 第 %2 折</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
</context>
<context>
    <name>strand::SequenceView</name>
    <message>
        <source>Copy selection</source>
        <translation>复制所选</translation>
    </message>
    <message>
        <source>Copy sequence</source>
        <translation>复制序列</translation>
    </message>
    <message>
        <source>Copy as FASTA</source>
        <translation>复制为 FASTA</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>position %1: %2</source>
        <extracomment>%1 position, %2 residue letter</extracomment>
        <translation>位置 %1：%2</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Sequence %1</source>
        <translation>序列 %1</translation>
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
    <message>
        <source>Change settings</source>
        <translation>修改设置</translation>
    </message>
    <message>
        <source>Look at the data</source>
        <translation>查看数据</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>The run has failed.</source>
        <translation>训练失败。</translation>
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
        <extracomment>status bar: time that remains, e.g. &quot;0:41 left&quot;</extracomment>
        <translation>剩余 %1</translation>
    </message>
</context>
<context>
    <name>strand::StepList</name>
    <message numerus="yes">
        <source>%Ln sequence(s) changed</source>
        <translation>
            <numerusform>更改了 %Ln 条序列</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out</source>
        <translation>
            <numerusform>%Ln 条已排除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cluster(s)</source>
        <translation>
            <numerusform>%Ln 个聚类</numerusform>
        </translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Undo last step</source>
        <translation>撤销上一步</translation>
    </message>
    <message>
        <source>Nothing was changed since the import. Every step is recorded here and can be undone; the files stay as they are.</source>
        <translation>导入后没有任何更改。每个步骤都记录在此并可撤销；原始文件保持不变。</translation>
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
        <source>Test %1</source>
        <translation>测试 %1</translation>
    </message>
    <message>
        <source>validation %1</source>
        <extracomment>%1 a figure on the validation set, where there is little room</extracomment>
        <translation>验证 %1</translation>
    </message>
    <message>
        <source>Validation %1</source>
        <translation>验证 %1</translation>
    </message>
    <message>
        <source>after the first epoch</source>
        <translation>第一轮之后</translation>
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
    <message>
        <source>best: %1</source>
        <translation>最佳：%1</translation>
    </message>
    <message>
        <source>ACC</source>
        <translation>ACC</translation>
    </message>
    <message>
        <source>Sequences/s</source>
        <translation>序列/秒</translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln 步</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln parameter(s)</source>
        <translation>
            <numerusform>%Ln 个参数</numerusform>
        </translation>
    </message>
    <message>
        <source>training ACC</source>
        <translation>训练 ACC</translation>
    </message>
    <message>
        <source>best %1</source>
        <translation>最佳 %1</translation>
    </message>
    <message>
        <source>The run failed in epoch %1 of %2.</source>
        <translation>训练在第 %1 轮（共 %2 轮）失败。</translation>
    </message>
    <message>
        <source>The run was interrupted in epoch %1 of %2.</source>
        <translation>训练在第 %1 轮（共 %2 轮）中断。</translation>
    </message>
    <message>
        <source>%1. Lower lr or set grad_clip and train again; curves and weights from before are kept.</source>
        <extracomment>%1 what happened; then what helps</extracomment>
        <translation>%1。请降低 lr 或设置 grad_clip 后重新训练；此前的曲线和权重均已保留。</translation>
    </message>
    <message>
        <source>%1. Once that is mended, resume: it goes on from its last checkpoint.</source>
        <translation>%1。问题解决后请继续训练：将从最后一个检查点接着进行。</translation>
    </message>
    <message>
        <source>Change its settings</source>
        <translation>修改其设置</translation>
    </message>
    <message>
        <source>Open the Model page with the settings of this run</source>
        <translation>用此运行的设置打开模型页面</translation>
    </message>
    <message>
        <source>valid. %1</source>
        <translation>验证 %1</translation>
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
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>撤销%1(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>重做%1(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
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
