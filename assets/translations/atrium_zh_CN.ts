<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Attract</name>
    <message>
        <source>Citizen Service Hall</source>
        <translation>市民服务中心</translation>
    </message>
    <message>
        <source>Welcome.
How can we help?</source>
        <translation>您好，
今天想办什么事？</translation>
    </message>
    <message>
        <source>Look around first: you need not say who you are. The camera is off.</source>
        <translation>可以先看看，不用出示身份。摄像头已关闭。</translation>
    </message>
    <message>
        <source>Touch to begin</source>
        <translation>轻触开始</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>Enrol yourself as a demonstration citizen with this camera</source>
        <translation>用这个摄像头把自己登记为演示市民</translation>
    </message>
</context>
<context>
    <name>CameraTag</name>
    <message>
        <source>Camera is on</source>
        <translation>摄像头开启中</translation>
    </message>
    <message>
        <source>Camera is off</source>
        <translation>摄像头已关闭</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>Check your answers</source>
        <translation>请核对您的信息</translation>
    </message>
    <message>
        <source>Nothing is sent until you press the button.</source>
        <translation>点击提交前，不会发送任何内容。</translation>
    </message>
    <message>
        <source>Send your application</source>
        <translation>提交申请</translation>
    </message>
    <message>
        <source>Save and go on later</source>
        <translation>保存，以后继续</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
</context>
<context>
    <name>Coming</name>
    <message>
        <source>Come to a counter</source>
        <translation>到窗口办理</translation>
    </message>
    <message>
        <source>Draw a ticket for today, or choose a time.</source>
        <translation>取今天的号，或者预约时间。</translation>
    </message>
    <message>
        <source>Choose another time. The old one is kept until then.</source>
        <translation>请选择新的时间，选好之前原来的预约保留。</translation>
    </message>
    <message>
        <source>Now, or at a time of your choice.</source>
        <translation>现在排队，或者预约时间。</translation>
    </message>
    <message>
        <source>Give it back</source>
        <translation>退号</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>改期</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>取消预约</translation>
    </message>
    <message>
        <source>Draw a ticket for today</source>
        <translation>取今天的号</translation>
    </message>
    <message>
        <source>You stand in the same line as everybody in the hall</source>
        <translation>和大厅里的其他人排同一个队</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>Use my face</source>
        <translation>刷脸核验</translation>
    </message>
    <message>
        <source>About 5 seconds</source>
        <translation>约 5 秒</translation>
    </message>
    <message>
        <source>The picture is deleted right after</source>
        <translation>比对后立即删除照片</translation>
    </message>
    <message>
        <source>Compared with your stored face, on this machine</source>
        <translation>在本机与已登记的人脸比对</translation>
    </message>
    <message>
        <source>Stop whenever you like</source>
        <translation>可随时停止</translation>
    </message>
    <message>
        <source>Another way</source>
        <translation>其他方式</translation>
    </message>
    <message>
        <source>Use another way</source>
        <translation>选择其他方式</translation>
    </message>
    <message>
        <source>About 20 seconds</source>
        <translation>约 20 秒</translation>
    </message>
    <message>
        <source>The camera stays off</source>
        <translation>摄像头保持关闭</translation>
    </message>
    <message>
        <source>Your number and PIN, or a member of staff</source>
        <translation>证件号码加密码，或由工作人员协助</translation>
    </message>
    <message>
        <source>Nothing about your face is used</source>
        <translation>不使用任何人脸信息</translation>
    </message>
    <message>
        <source>How would you like to show who you are?</source>
        <translation>您想用哪种方式证明身份？</translation>
    </message>
    <message>
        <source>Both ways give you the same services. It is your choice.</source>
        <translation>两种方式办理的事项完全相同，由您选择。</translation>
    </message>
    <message>
        <source>You can withdraw at any time and have your data erased. Under 14? A guardian must agree.</source>
        <translation>可随时撤回同意并要求删除。未满 14 周岁须监护人同意。</translation>
    </message>
    <message>
        <source>Read the whole notice</source>
        <translation>查看完整告知书</translation>
    </message>
</context>
<context>
    <name>CounterPlate</name>
    <message>
        <source>Counter %1, %2</source>
        <translation>%1号窗口，%2</translation>
    </message>
</context>
<context>
    <name>DateEntry</name>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>时</translation>
    </message>
    <message>
        <source>Minute</source>
        <translation>分</translation>
    </message>
</context>
<context>
    <name>Directory</name>
    <message>
        <source>Counters</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Unfolded</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>Folded up</source>
        <translation>已收起</translation>
    </message>
    <message>
        <source>Counter %1, %2</source>
        <translation>%1号窗口，%2</translation>
    </message>
</context>
<context>
    <name>Dispute</name>
    <message>
        <source>%1 is not right?</source>
        <translation>%1不对？</translation>
    </message>
    <message>
        <source>%1 says: %2</source>
        <translation>%1的记载：%2</translation>
    </message>
    <message>
        <source>What it should be</source>
        <translation>应该是什么</translation>
    </message>
    <message>
        <source>What shows it</source>
        <translation>您的依据</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不用了</translation>
    </message>
    <message>
        <source>Tell the department</source>
        <translation>告诉部门</translation>
    </message>
</context>
<context>
    <name>Dock</name>
    <message>
        <source>Accessibility</source>
        <translation>无障碍</translation>
    </message>
    <message>
        <source>Voice on</source>
        <translation>语音开</translation>
    </message>
    <message>
        <source>Voice off</source>
        <translation>语音关</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Staff help</source>
        <translation>人工帮助</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>结束并离开</translation>
    </message>
</context>
<context>
    <name>Enrol</name>
    <message>
        <source>The camera opens now and takes three pictures of your face.</source>
        <translation>摄像头现在打开，为您的面部拍摄三张照片。</translation>
    </message>
    <message>
        <source>Only numbers made from them are kept, encrypted, on this terminal. The pictures are deleted at once.</source>
        <translation>本机只加密保存由照片得出的特征数据，照片立即删除。</translation>
    </message>
    <message>
        <source>Staff can erase them at any time.</source>
        <translation>工作人员可随时为您删除。</translation>
    </message>
    <message>
        <source>Try it as a demonstration citizen</source>
        <translation>以演示市民的身份体验</translation>
    </message>
    <message>
        <source>You are enrolled</source>
        <translation>登记完成</translation>
    </message>
    <message>
        <source>Opening the camera…</source>
        <translation>正在打开摄像头…</translation>
    </message>
    <message>
        <source>You will then go through a whole visit with made-up data about a made-up person.</source>
        <translation>随后您将用虚构人物的虚构信息体验一次完整办理。</translation>
    </message>
    <message>
        <source>Begin your visit, and choose the demonstration card when you are asked who you are.</source>
        <translation>请开始办理，询问身份时选择“演示证件”。</translation>
    </message>
    <message>
        <source>The light comes on with the camera.</source>
        <translation>摄像头开启时指示灯亮起。</translation>
    </message>
    <message>
        <source>I agree, open the camera</source>
        <translation>我同意，打开摄像头</translation>
    </message>
    <message>
        <source>Begin the visit</source>
        <translation>开始办理</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>The pictures are deleted. The camera is off.</source>
        <translation>照片已删除，摄像头已关闭。</translation>
    </message>
    <message>
        <source>Demonstration camera</source>
        <translation>演示摄像头</translation>
    </message>
</context>
<context>
    <name>Entries</name>
    <message>
        <source>Remove %1?</source>
        <translation>删除“%1”？</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Yes, remove it</source>
        <translation>确认删除</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Add another: %1</source>
        <translation>再添加：%1</translation>
    </message>
    <message>
        <source>Add: %1</source>
        <translation>添加：%1</translation>
    </message>
</context>
<context>
    <name>ErrorSummary</name>
    <message>
        <source>There is a problem</source>
        <translation>有一处需要更正</translation>
    </message>
</context>
<context>
    <name>Face</name>
    <message>
        <source>Opening the camera…</source>
        <translation>正在打开摄像头…</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比对…</translation>
    </message>
    <message>
        <source>The light comes on with the camera.</source>
        <translation>摄像头开启时指示灯亮起。</translation>
    </message>
    <message>
        <source>You can relax now. It takes a moment.</source>
        <translation>可以放松了，只需片刻。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Use another way</source>
        <translation>改用其他方式</translation>
    </message>
    <message>
        <source>Demonstration camera</source>
        <translation>演示摄像头</translation>
    </message>
</context>
<context>
    <name>FaceNotes</name>
    <message>
        <source>Movement %1 of %2</source>
        <translation>第 %1 个动作，共 %2 个</translation>
    </message>
    <message>
        <source>At the end the screen changes colour for a few seconds.</source>
        <translation>最后屏幕会变换颜色几秒钟。</translation>
    </message>
    <message>
        <source>This terminal does not check for a live person.</source>
        <translation>本机未启用活体检测。</translation>
    </message>
    <message>
        <source>The face is compared, but a picture of a face could pass.</source>
        <translation>仅比对人脸，可能无法识破照片。</translation>
    </message>
    <message>
        <source>The picture stays on this machine and is deleted right after.</source>
        <translation>照片只留在本机，比对后立即删除。</translation>
    </message>
    <message>
        <source>Please wait %1 seconds.</source>
        <translation>请等待 %1 秒。</translation>
    </message>
    <message>
        <source>Tries left: %1</source>
        <translation>剩余次数：%1</translation>
    </message>
</context>
<context>
    <name>FaceView</name>
    <message>
        <source>Camera is on</source>
        <translation>摄像头开启中</translation>
    </message>
    <message>
        <source>Camera is off</source>
        <translation>摄像头已关闭</translation>
    </message>
</context>
<context>
    <name>Farewell</name>
    <message>
        <source>Goodbye, and thank you</source>
        <translation>再见，谢谢您</translation>
    </message>
    <message>
        <source>All your data on this terminal has been wiped.</source>
        <translation>您在本机上的所有信息已清除。</translation>
    </message>
    <message>
        <source>Please take your card, your paper and your belongings.</source>
        <translation>请带好您的证件、回执和随身物品。</translation>
    </message>
</context>
<context>
    <name>FileList</name>
    <message>
        <source>Up one folder</source>
        <translation>上一级文件夹</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>There are no files here.</source>
        <translation>这里没有文件。</translation>
    </message>
    <message>
        <source>Put in a USB stick, or open another folder.</source>
        <translation>请插入 U 盘，或打开另一个文件夹。</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Choose a file from a USB stick</source>
        <translation>从 U 盘选择文件</translation>
    </message>
    <message>
        <source>Photograph the paper</source>
        <translation>拍摄纸质材料</translation>
    </message>
    <message>
        <source>You see the picture before it is kept.</source>
        <translation>先看照片，满意后再保存。</translation>
    </message>
</context>
<context>
    <name>GoalCard</name>
    <message>
        <source>Counter %1, %2</source>
        <translation>%1号窗口，%2</translation>
    </message>
    <message>
        <source>Your application is here</source>
        <translation>您有申请在此办理</translation>
    </message>
    <message>
        <source>Take me there</source>
        <translation>带我过去</translation>
    </message>
    <message>
        <source>Open the service</source>
        <translation>办理这项业务</translation>
    </message>
    <message>
        <source>See the services</source>
        <translation>查看业务</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>进入</translation>
    </message>
</context>
<context>
    <name>Hall</name>
    <message>
        <source>Service hall. You are at: %1</source>
        <translation>服务大厅。您在：%1</translation>
    </message>
    <message>
        <source>Arrow keys walk and turn. All counters follow as buttons.</source>
        <translation>方向键可行走和转身，随后依次是各窗口的按钮。</translation>
    </message>
    <message>
        <source>Opening the hall…</source>
        <translation>正在打开大厅…</translation>
    </message>
    <message>
        <source>You are at</source>
        <translation>您在</translation>
    </message>
    <message>
        <source>Go to: %1</source>
        <translation>前往：%1</translation>
    </message>
    <message>
        <source>Show as a list</source>
        <translation>切换为列表</translation>
    </message>
</context>
<context>
    <name>HallSearch</name>
    <message>
        <source>What do you need?</source>
        <translation>您要办什么事？</translation>
    </message>
    <message>
        <source>%1 services fit; they follow as buttons</source>
        <translation>找到%1项业务，列在下面的按钮中</translation>
    </message>
    <message>
        <source>Nothing found. Try another word, or show all services.</source>
        <translation>没有找到。请换个词，或查看全部服务。</translation>
    </message>
    <message>
        <source>Services that fit</source>
        <translation>找到的业务</translation>
    </message>
    <message>
        <source>Counter %1, %2</source>
        <translation>%1号窗口，%2</translation>
    </message>
</context>
<context>
    <name>IdleDialog</name>
    <message>
        <source>Are you still there?</source>
        <translation>您还在吗？</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>When the time is up we close your visit and wipe your data from this screen.</source>
        <translation>时间到后将结束本次办理，并清除本机上的您的信息。</translation>
    </message>
    <message>
        <source>I need more time</source>
        <translation>我还需要时间</translation>
    </message>
    <message>
        <source>Finish now and wipe</source>
        <translation>立即结束并清除</translation>
    </message>
</context>
<context>
    <name>Kept</name>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Minus</source>
        <translation>负号</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>Choose your language</source>
        <translation>请选择语言</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Should the screen speak to you?</source>
        <translation>需要语音朗读吗？</translation>
    </message>
    <message>
        <source>Yes, speak</source>
        <translation>朗读</translation>
    </message>
    <message>
        <source>No voice</source>
        <translation>不朗读</translation>
    </message>
    <message>
        <source>Large text, high contrast and less movement are under Accessibility, below.</source>
        <translation>大字、高对比度和减少动态效果在下方“无障碍”中。</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Citizen Service Hall</source>
        <translation>市民服务中心</translation>
    </message>
    <message>
        <source>Staff desk</source>
        <translation>工作人员</translation>
    </message>
    <message>
        <source>Open today until %1</source>
        <translation>今日开放至 %1</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Messages</source>
        <translation>留言</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>The department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>您的回复</translation>
    </message>
    <message>
        <source>Write to the department</source>
        <translation>给部门留言</translation>
    </message>
    <message>
        <source>Send what is missing</source>
        <translation>提交补充</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>发送留言</translation>
    </message>
</context>
<context>
    <name>MiniMap</name>
    <message>
        <source>Map of the hall</source>
        <translation>大厅地图</translation>
    </message>
    <message>
        <source>Larger map</source>
        <translation>放大地图</translation>
    </message>
    <message>
        <source>Smaller map</source>
        <translation>缩小地图</translation>
    </message>
</context>
<context>
    <name>MyCase</name>
    <message>
        <source>Documents issued</source>
        <translation>已签发的证照</translation>
    </message>
    <message>
        <source>What happened so far</source>
        <translation>办理经过</translation>
    </message>
    <message>
        <source>How was it?</source>
        <translation>您觉得办得怎么样？</translation>
    </message>
</context>
<context>
    <name>MyCases</name>
    <message>
        <source>My applications</source>
        <translation>我的申请</translation>
    </message>
    <message>
        <source>What is true now, and what comes next.</source>
        <translation>现在办到哪里，接下来怎么办。</translation>
    </message>
    <message>
        <source>My documents</source>
        <translation>我的证照</translation>
    </message>
    <message>
        <source>Come to a counter</source>
        <translation>到窗口办理</translation>
    </message>
    <message>
        <source>You have not applied for anything yet.</source>
        <translation>您还没有申请过事项。</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Who read my data</source>
        <translation>谁查看过我的信息</translation>
    </message>
</context>
<context>
    <name>MyData</name>
    <message>
        <source>Who read my data</source>
        <translation>谁查看过我的信息</translation>
    </message>
    <message>
        <source>Every read leaves a line here. A line that is changed or taken away is found out.</source>
        <translation>每一次查看都在这里留下记录。记录被改动或删除，都会被发现。</translation>
    </message>
    <message>
        <source>A register is wrong</source>
        <translation>登记内容有误</translation>
    </message>
    <message>
        <source>Nobody has read your data.</source>
        <translation>没有人查看过您的信息。</translation>
    </message>
    <message>
        <source>What you agreed to</source>
        <translation>您同意过的读取</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
</context>
<context>
    <name>MyDocuments</name>
    <message>
        <source>My documents</source>
        <translation>我的证照</translation>
    </message>
    <message>
        <source>What departments issued to you, or have seen. Services use it without asking again.</source>
        <translation>部门为您签发或核验过的证照。办事时直接使用，不再重复提交。</translation>
    </message>
    <message>
        <source>There are no documents yet.</source>
        <translation>还没有证照。</translation>
    </message>
    <message>
        <source>signature checked</source>
        <translation>签名已核验</translation>
    </message>
    <message>
        <source>signature not known here</source>
        <translation>签名无法在此核验</translation>
    </message>
    <message>
        <source>Take it from the slot below the screen</source>
        <translation>请从屏幕下方出纸口取走</translation>
    </message>
    <message>
        <source>Kept as a PDF file</source>
        <translation>已存为 PDF 文件</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>出示</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>正在打印…</translation>
    </message>
    <message>
        <source>Print it</source>
        <translation>打印</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>What we use</source>
        <translation>使用哪些信息</translation>
    </message>
    <message>
        <source>Your identity number, the answers you give, and, only if you choose it, a picture of your face at this moment.</source>
        <translation>您的身份证号码、您填写的信息，以及（仅当您选择刷脸时）此刻的人脸照片。</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>用于什么</translation>
    </message>
    <message>
        <source>To know that you are you, and to carry your application to the department you choose. For nothing else.</source>
        <translation>用于确认您是本人，并把申请送达您选择的部门。不作他用。</translation>
    </message>
    <message>
        <source>Your face</source>
        <translation>您的人脸</translation>
    </message>
    <message>
        <source>The picture is turned into numbers and compared on this machine. It never leaves it. The picture is deleted right after the comparison, whatever the result. What was stored when you were enrolled is encrypted and can be erased at your request.</source>
        <translation>照片在本机转换为特征数据并比对，不会离开本机。无论结果如何，比对后立即删除照片。登记时保存的特征数据已加密，可应您的要求删除。</translation>
    </message>
    <message>
        <source>Your answers</source>
        <translation>您填写的信息</translation>
    </message>
    <message>
        <source>They go to the department of the service and to nobody else. Registries that fill in answers for you record who read what, when and why; you may ask to see it.</source>
        <translation>只发送给办理该事项的部门，不给其他任何人。为您自动填写的登记库会记录谁在何时、为何读取了什么，您可以要求查看。</translation>
    </message>
    <message>
        <source>It is your choice</source>
        <translation>由您选择</translation>
    </message>
    <message>
        <source>You may always use another way and get the same services. You may stop at any time. If you withdraw, what was done before stays valid.</source>
        <translation>您始终可以使用其他方式，办理同样的事项；可随时停止。撤回同意不影响此前已完成的办理。</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>未成年人</translation>
    </message>
    <message>
        <source>The face of a person under 14 is used only if a guardian agrees.</source>
        <translation>未满 14 周岁的，须经监护人同意才使用人脸。</translation>
    </message>
    <message>
        <source>When you leave</source>
        <translation>您离开时</translation>
    </message>
    <message>
        <source>Everything of your visit is wiped from this terminal within seconds. What you sent stays with the department.</source>
        <translation>您本次办理的全部信息会在几秒内从本机清除。已提交的内容由受理部门保存。</translation>
    </message>
    <message>
        <source>Your rights</source>
        <translation>您的权利</translation>
    </message>
    <message>
        <source>You may see, correct, copy and erase your data, and complain. Ask a member of staff or the service hotline 12345.</source>
        <translation>您有权查阅、更正、复制、删除您的信息并投诉。请咨询工作人员或拨打服务热线 12345。</translation>
    </message>
    <message>
        <source>How we use your data</source>
        <translation>我们如何使用您的信息</translation>
    </message>
    <message>
        <source>The whole notice. It takes about two minutes to read.</source>
        <translation>完整告知书，阅读约需两分钟。</translation>
    </message>
</context>
<context>
    <name>NoticeCard</name>
    <message>
        <source>Notice: %1</source>
        <translation>通知：%1</translation>
    </message>
    <message>
        <source>Notice %1 of %2</source>
        <translation>通知 %1 / %2</translation>
    </message>
    <message>
        <source>Next notice</source>
        <translation>下一条</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>Back to the top</source>
        <translation>回到顶部</translation>
    </message>
    <message>
        <source>More below</source>
        <translation>下面还有</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Make this easier to use</source>
        <translation>让操作更方便</translation>
    </message>
    <message>
        <source>Normal text</source>
        <translation>标准字</translation>
    </message>
    <message>
        <source>Large text</source>
        <translation>大字</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Speak to me</source>
        <translation>语音朗读</translation>
    </message>
    <message>
        <source>Less movement</source>
        <translation>减少动态效果</translation>
    </message>
    <message>
        <source>Ask a member of staff</source>
        <translation>请找工作人员帮忙</translation>
    </message>
    <message>
        <source>They are at the information desk and help with everything that this screen offers. Your visit stays open until it times out.</source>
        <translation>工作人员在咨询台，本机的所有事项都可以协助办理。您的办理会保留到超时为止。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续办理</translation>
    </message>
</context>
<context>
    <name>Paused</name>
    <message>
        <source>Your answers are kept</source>
        <translation>已为您保存</translation>
    </message>
    <message>
        <source>Leave now</source>
        <translation>现在离开</translation>
    </message>
    <message>
        <source>Go on now</source>
        <translation>现在继续</translation>
    </message>
    <message>
        <source>Nothing was sent yet.</source>
        <translation>尚未提交任何内容。</translation>
    </message>
    <message>
        <source>The code as a picture</source>
        <translation>代码的二维码</translation>
    </message>
    <message>
        <source>Your code</source>
        <translation>您的代码</translation>
    </message>
    <message>
        <source>Good until %1</source>
        <translation>有效期至 %1</translation>
    </message>
    <message>
        <source>Write it down, photograph it or print it</source>
        <translation>请抄下、拍下或打印代码</translation>
    </message>
    <message>
        <source>We show it only now. To go on, show who you are here again, open the same service and type the code.</source>
        <translation>代码只显示这一次。继续时请再次证明身份，打开同一事项并输入代码。</translation>
    </message>
    <message>
        <source>Files, photos and signatures are not kept</source>
        <translation>文件、照片和签名不会保存</translation>
    </message>
    <message>
        <source>You add them again when you go on.</source>
        <translation>继续时请重新添加。</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>正在打印…</translation>
    </message>
    <message>
        <source>Printed. Print again</source>
        <translation>已打印，再打一份</translation>
    </message>
    <message>
        <source>Kept as a PDF file</source>
        <translation>已存为 PDF 文件</translation>
    </message>
    <message>
        <source>Print the code</source>
        <translation>打印代码</translation>
    </message>
</context>
<context>
    <name>Phone</name>
    <message>
        <source>Your phone said no</source>
        <translation>您的手机已拒绝</translation>
    </message>
    <message>
        <source>If that was not you, speak to a member of staff.</source>
        <translation>如果不是您本人操作，请联系工作人员。</translation>
    </message>
    <message>
        <source>The time ran out</source>
        <translation>时间已到</translation>
    </message>
    <message>
        <source>No harm done. Ask your phone again, or use another way.</source>
        <translation>没关系。请再次发送到手机，或改用其他方式。</translation>
    </message>
    <message>
        <source>Your phone was asked too often</source>
        <translation>发送到手机的次数过多</translation>
    </message>
    <message>
        <source>Use another way now, or wait ten minutes.</source>
        <translation>请改用其他方式，或等待十分钟。</translation>
    </message>
    <message>
        <source>Your phone cannot be asked now</source>
        <translation>暂时无法发送到手机</translation>
    </message>
    <message>
        <source>Try again, or use another way.</source>
        <translation>请再试一次，或改用其他方式。</translation>
    </message>
    <message>
        <source>Approve with your phone</source>
        <translation>用手机确认</translation>
    </message>
    <message>
        <source>Enter this number on your phone. Approve only if it was you who asked.</source>
        <translation>请在手机上输入此数字。只有本人操作时才确认。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Ask my phone again</source>
        <translation>再次发送到手机</translation>
    </message>
    <message>
        <source>Use my PIN</source>
        <translation>使用密码</translation>
    </message>
    <message>
        <source>The number %1</source>
        <translation>数字 %1</translation>
    </message>
</context>
<context>
    <name>Photo</name>
    <message>
        <source>Take another photo</source>
        <translation>再拍一张</translation>
    </message>
    <message>
        <source>Open the camera</source>
        <translation>打开摄像头</translation>
    </message>
    <message>
        <source>You see the picture before it is kept.</source>
        <translation>先看照片，满意后再保存。</translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message>
        <source>Chosen. Press to take it away.</source>
        <translation>已选择，按一下取消。</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>已选择</translation>
    </message>
    <message>
        <source>Search in the list</source>
        <translation>在列表中搜索</translation>
    </message>
    <message>
        <source>Nothing found. Try another word.</source>
        <translation>没有找到，请换一个词。</translation>
    </message>
    <message>
        <source>Up the list</source>
        <translation>向上翻页</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Down the list</source>
        <translation>向下翻页</translation>
    </message>
</context>
<context>
    <name>Pin</name>
    <message>
        <source>Enter your PIN</source>
        <translation>请输入密码</translation>
    </message>
    <message>
        <source>Six digits. Shield the screen with your hand.</source>
        <translation>共 6 位数字，请用手遮挡屏幕。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Use my phone</source>
        <translation>用手机确认</translation>
    </message>
</context>
<context>
    <name>PinEntry</name>
    <message>
        <source>PIN, %1 of %2 digits entered</source>
        <translation>密码，已输入 %1 位，共 %2 位</translation>
    </message>
</context>
<context>
    <name>PinNotes</name>
    <message>
        <source>Please wait %1 seconds.</source>
        <translation>请等待 %1 秒。</translation>
    </message>
    <message>
        <source>Tries left: %1</source>
        <translation>剩余次数：%1</translation>
    </message>
</context>
<context>
    <name>Qr</name>
    <message>
        <source>Code of the receipt</source>
        <translation>回执二维码</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Take the photo</source>
        <translation>拍照</translation>
    </message>
    <message>
        <source>Use this photo</source>
        <translation>使用这张照片</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Take it again</source>
        <translation>重新拍摄</translation>
    </message>
    <message>
        <source>Save and go on later</source>
        <translation>保存，以后继续</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>QuestionField</name>
    <message>
        <source>%1 (optional)</source>
        <translation>%1（选填）</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>选填</translation>
    </message>
</context>
<context>
    <name>Rating</name>
    <message>
        <source>How was it today?</source>
        <translation>您对本次服务满意吗？</translation>
    </message>
    <message>
        <source>One touch is enough. Your name is not shown to the counter.</source>
        <translation>轻触一次即可。窗口看不到您的姓名。</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Send my rating</source>
        <translation>提交评价</translation>
    </message>
    <message>
        <source>What was good? (optional)</source>
        <translation>哪些方面做得好？（选填）</translation>
    </message>
    <message>
        <source>What was not good? (optional)</source>
        <translation>哪些方面需要改进？（选填）</translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>Receipt %1 of %2 · show the next</source>
        <translation>回执 %1 / %2 · 看下一张</translation>
    </message>
    <message>
        <source>Your application has been received</source>
        <translation>申请已受理</translation>
    </message>
    <message>
        <source>Your application is saved</source>
        <translation>申请已保存</translation>
    </message>
    <message>
        <source>It is kept safe on this terminal and is sent as soon as the department can be reached.</source>
        <translation>申请已安全保存在本机，网络恢复后自动发送。</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Apply for something else</source>
        <translation>继续办理其他事项</translation>
    </message>
    <message>
        <source>The department gave a number, but no signature</source>
        <translation>部门已给编号，没有电子签名</translation>
    </message>
    <message>
        <source>This terminal has no printer. Write the number down to take it with you.</source>
        <translation>这台机器没有打印机，请抄下编号带走。</translation>
    </message>
    <message>
        <source>3.  The number is what the department knows your application by: keep it.</source>
        <translation>3.&#x3000;部门凭这个编号查到您的申请，请保管好。</translation>
    </message>
    <message>
        <source>Signed by the department</source>
        <translation>受理部门已签章</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>等待发送</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>正在打印…</translation>
    </message>
    <message>
        <source>Printed. Print again</source>
        <translation>已打印，再打一份</translation>
    </message>
    <message>
        <source>Print the receipt</source>
        <translation>打印回执</translation>
    </message>
    <message>
        <source>Kept as a PDF file</source>
        <translation>已存为 PDF 文件</translation>
    </message>
    <message>
        <source>Take it from the slot below the screen</source>
        <translation>请从屏幕下方出纸口取走</translation>
    </message>
    <message>
        <source>This terminal has no printer. Photograph the code to take it with you.</source>
        <translation>本机没有打印机，请拍下二维码留存。</translation>
    </message>
    <message>
        <source>What happens next</source>
        <translation>接下来</translation>
    </message>
    <message>
        <source>1.  An officer checks your application.</source>
        <translation>1.&#x3000;工作人员审核您的申请。</translation>
    </message>
    <message>
        <source>2.  The department answers you; keep the reference.</source>
        <translation>2.&#x3000;部门将答复您，请保存受理编号。</translation>
    </message>
    <message>
        <source>3.  With the code anyone can check that this receipt is genuine, even offline.</source>
        <translation>3.&#x3000;凭二维码可核验回执真伪，离线也可以。</translation>
    </message>
</context>
<context>
    <name>Resume</name>
    <message>
        <source>Go on with kept answers</source>
        <translation>继续保存的填写内容</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Your code</source>
        <translation>您的代码</translation>
    </message>
    <message>
        <source>Eight letters and digits, such as ABCD-EFGH</source>
        <translation>八位字母和数字，例如 ABCD-EFGH</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>The department did not accept it</source>
        <translation>部门未受理</translation>
    </message>
    <message>
        <source>Saved. It will be sent by itself.</source>
        <translation>已保存，将自动发送</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>Sending your application</source>
        <translation>正在提交您的申请</translation>
    </message>
    <message>
        <source>The department cannot be reached now. You need not wait; nothing is lost.</source>
        <translation>暂时无法连接部门。您无需等待，内容不会丢失。</translation>
    </message>
    <message>
        <source>Please stay a moment.</source>
        <translation>请稍候片刻。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Saved on this terminal</source>
        <translation>已保存在本机</translation>
    </message>
    <message>
        <source>Sent to the department</source>
        <translation>已发送至部门</translation>
    </message>
    <message>
        <source>Received by the department</source>
        <translation>部门已受理</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>未受理</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>As soon as the department can be reached</source>
        <translation>网络恢复后自动发送</translation>
    </message>
    <message>
        <source>In progress…</source>
        <translation>进行中…</translation>
    </message>
    <message>
        <source>Still to come</source>
        <translation>尚未进行</translation>
    </message>
</context>
<context>
    <name>Service</name>
    <message>
        <source>Start</source>
        <translation>开始办理</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Fill it in for me</source>
        <translation>帮我填好</translation>
    </message>
    <message>
        <source>I type it all myself</source>
        <translation>全部自己填写</translation>
    </message>
    <message>
        <source>Counter %1 · %2</source>
        <translation>%1 号窗口 · %2</translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation>%1 号窗口</translation>
    </message>
    <message>
        <source>Go on with kept answers</source>
        <translation>继续保存的填写内容</translation>
    </message>
    <message>
        <source>Reuse what I said on %1</source>
        <translation>沿用我在 %1 填写的内容</translation>
    </message>
    <message>
        <source>You can change every answer before it is sent.</source>
        <translation>提交前每一项都可以更改。</translation>
    </message>
    <message>
        <source>May we fill in what is known already?</source>
        <translation>可以帮您填好已经登记过的内容吗？</translation>
    </message>
    <message>
        <source>%1 would read, for this application only: %2. Your consent lasts 24 hours and can be withdrawn under &quot;My applications&quot;. Or type it all; then nothing is read.</source>
        <translation>%1将只为本次申请读取：%2。同意 24 小时内有效，可以在“我的申请”里随时撤回。也可以全部自己填写，那样什么也不读取。</translation>
    </message>
    <message>
        <source>What you need</source>
        <translation>所需材料</translation>
    </message>
    <message>
        <source>Already here</source>
        <translation>已经有了</translation>
    </message>
    <message>
        <source>Please have ready</source>
        <translation>请准备</translation>
    </message>
</context>
<context>
    <name>ServiceList</name>
    <message>
        <source>My applications</source>
        <translation>我的申请</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>全部服务</translation>
    </message>
    <message>
        <source>Everything in the hall is here too.</source>
        <translation>大厅里的所有事项都在这里。</translation>
    </message>
    <message>
        <source>Back to the hall</source>
        <translation>返回大厅</translation>
    </message>
    <message>
        <source>Show all services</source>
        <translation>查看全部服务</translation>
    </message>
    <message>
        <source>What do you need?</source>
        <translation>您要办什么事？</translation>
    </message>
    <message>
        <source>Nothing found. Try another word, or show all services.</source>
        <translation>没有找到。请换个词，或查看全部服务。</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>Signature</name>
    <message>
        <source>Sign here with your finger</source>
        <translation>请用手指在此签名</translation>
    </message>
    <message>
        <source>Sign here with your finger, or type your name instead.</source>
        <translation>请用手指在此签名，也可以改为输入姓名。</translation>
    </message>
    <message>
        <source>Your full name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Your typed name counts as your signature.</source>
        <translation>输入的姓名与签名具有同等效力。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销一笔</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Draw it instead</source>
        <translation>改为手写</translation>
    </message>
    <message>
        <source>Type my name instead</source>
        <translation>改为输入姓名</translation>
    </message>
</context>
<context>
    <name>StaffEnrol</name>
    <message>
        <source>Enrol a citizen</source>
        <translation>登记人脸</translation>
    </message>
    <message>
        <source>First the number, then the consent, then the face.</source>
        <translation>先输入号码，再确认同意，然后采集人脸。</translation>
    </message>
    <message>
        <source>A member of staff decides.</source>
        <translation>由工作人员决定。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Take captures</source>
        <translation>开始采集</translation>
    </message>
    <message>
        <source>Do not enrol</source>
        <translation>不录入</translation>
    </message>
    <message>
        <source>From the folder</source>
        <translation>用文件夹照片</translation>
    </message>
    <message>
        <source>Two people: enrol anyway</source>
        <translation>确认是两个人，仍要录入</translation>
    </message>
    <message>
        <source>Much like the face of reference %1</source>
        <translation>与编号 %1 的人脸非常相似</translation>
    </message>
    <message>
        <source>Compare the card and the person. Enrol only if you are sure that they are two people. What you decide is recorded.</source>
        <translation>请核对证件与本人。只有确定是两个人时才录入。您的决定会被记录。</translation>
    </message>
    <message>
        <source>Citizen&apos;s number</source>
        <translation>公民身份号码</translation>
    </message>
    <message>
        <source>The citizen agrees, separately and freely</source>
        <translation>本人已单独、自愿同意</translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation>照片文件夹</translation>
    </message>
    <message>
        <source>Only to enrol from pictures</source>
        <translation>仅用照片登记时填写</translation>
    </message>
    <message>
        <source>Capture %1 of %2</source>
        <translation>第 %1 张，共 %2 张</translation>
    </message>
</context>
<context>
    <name>StaffErase</name>
    <message>
        <source>Erase a citizen&apos;s face</source>
        <translation>删除人脸信息</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Give the citizen this receipt. It is shown only now.</source>
        <translation>请把凭证交给市民。它只在此时显示。</translation>
    </message>
    <message>
        <source>What is erased cannot be brought back. The citizen can be enrolled again.</source>
        <translation>删除后无法恢复，可重新登记。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Face templates and their key destroyed: %1</source>
        <translation>已销毁人脸模板及密钥：%1 个</translation>
    </message>
    <message>
        <source>Signed by this terminal. It holds no name, no number and no picture.</source>
        <translation>由本机签名，不含姓名、号码和照片。</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>正在打印…</translation>
    </message>
    <message>
        <source>Printed. Print again</source>
        <translation>已打印，再打印一份</translation>
    </message>
    <message>
        <source>Kept as a PDF file</source>
        <translation>已存为 PDF 文件</translation>
    </message>
    <message>
        <source>Print the receipt</source>
        <translation>打印凭证</translation>
    </message>
    <message>
        <source>Or let the citizen photograph the code</source>
        <translation>也可让市民拍下二维码</translation>
    </message>
    <message>
        <source>Nobody is enrolled on this terminal.</source>
        <translation>本机尚无登记的人脸。</translation>
    </message>
    <message>
        <source>%1 pictures · %2</source>
        <translation>%1 张照片 · %2</translation>
    </message>
    <message>
        <source>Yes, erase</source>
        <translation>确认删除</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>StaffGate</name>
    <message>
        <source>Staff only</source>
        <translation>仅限工作人员</translation>
    </message>
    <message>
        <source>Enter your staff PIN.</source>
        <translation>请输入工作人员密码。</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Please wait %1 seconds.</source>
        <translation>请等待 %1 秒。</translation>
    </message>
</context>
<context>
    <name>StaffHome</name>
    <message>
        <source>Enrol a citizen</source>
        <translation>登记人脸</translation>
    </message>
    <message>
        <source>From the camera or from pictures, with consent</source>
        <translation>经本人同意，用摄像头或照片登记</translation>
    </message>
    <message>
        <source>Erase a citizen&apos;s face</source>
        <translation>删除人脸信息</translation>
    </message>
    <message>
        <source>At the citizen&apos;s request</source>
        <translation>应本人要求</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>设备状态</translation>
    </message>
    <message>
        <source>Camera, models, printer, network, disk</source>
        <translation>摄像头、模型、打印机、网络、磁盘</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>How this terminal works</source>
        <translation>本机的工作方式</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>您要做什么？</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
</context>
<context>
    <name>StaffReadiness</name>
    <message>
        <source>Everything is ready</source>
        <translation>全部就绪</translation>
    </message>
    <message>
        <source>Something needs attention</source>
        <translation>有项目需要处理</translation>
    </message>
    <message>
        <source>%1 of %2 parts are ready.</source>
        <translation>共 %2 项，%1 项就绪。</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>未就绪</translation>
    </message>
</context>
<context>
    <name>StaffSettings</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Changes take effect at the next start.</source>
        <translation>更改将在下次启动后生效。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>StepUp</name>
    <message>
        <source>Check my face again</source>
        <translation>再次核验人脸</translation>
    </message>
    <message>
        <source>Check my face</source>
        <translation>核验人脸</translation>
    </message>
    <message>
        <source>About 15 seconds</source>
        <translation>约 15 秒</translation>
    </message>
    <message>
        <source>Make one or two small movements</source>
        <translation>做一两个小动作</translation>
    </message>
    <message>
        <source>Look at the camera for a moment</source>
        <translation>看一会儿镜头</translation>
    </message>
    <message>
        <source>The picture is deleted right after</source>
        <translation>照片用后立即删除</translation>
    </message>
    <message>
        <source>%1: for this we must be surer that it is you. Then it goes on here; nothing is lost.</source>
        <translation>办理“%1”前，需要更确定是您本人。核验后从这里继续，不会丢失任何内容。</translation>
    </message>
    <message>
        <source>Enter the PIN</source>
        <translation>输入密码</translation>
    </message>
    <message>
        <source>Use my PIN</source>
        <translation>使用密码</translation>
    </message>
    <message>
        <source>About 10 seconds</source>
        <translation>约 10 秒</translation>
    </message>
    <message>
        <source>The six digits of your card</source>
        <translation>您证件的六位密码</translation>
    </message>
    <message>
        <source>The camera stays off</source>
        <translation>不开启摄像头</translation>
    </message>
    <message>
        <source>One more check for this service</source>
        <translation>此业务需要再核验一次</translation>
    </message>
    <message>
        <source>Back to the services</source>
        <translation>返回业务列表</translation>
    </message>
    <message>
        <source>The face check on this terminal was not sure enough. The PIN is.</source>
        <translation>本机的人脸核验还不够可靠，请使用密码。</translation>
    </message>
    <message>
        <source>The face check on this terminal cannot be that sure. The PIN is.</source>
        <translation>本机的人脸核验达不到要求，请使用密码。</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Step %1 of %2  ·  %3</source>
        <translation>第 %1 步，共 %2 步&#x3000;%3</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
</context>
<context>
    <name>Stick</name>
    <message>
        <source>Forward</source>
        <translation>向前</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>左转</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>右转</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>Language and voice</source>
        <translation>语言与语音</translation>
    </message>
    <message>
        <source>Your choice</source>
        <translation>您的选择</translation>
    </message>
    <message>
        <source>Who you are</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>Face check</source>
        <translation>人脸核验</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Check your answers</source>
        <translation>请核对您的信息</translation>
    </message>
    <message>
        <source>Type a number</source>
        <translation>输入证件号码</translation>
    </message>
    <message>
        <source>Your identity card number, 18 characters</source>
        <translation>居民身份证号码，共 18 位</translation>
    </message>
    <message>
        <source>Demonstration card</source>
        <translation>演示证件</translation>
    </message>
    <message>
        <source>Go on as the demonstration citizen</source>
        <translation>以演示市民的身份继续</translation>
    </message>
    <message>
        <source>I have nothing with me</source>
        <translation>没有携带证件</translation>
    </message>
    <message>
        <source>A member of staff will help you</source>
        <translation>由工作人员协助办理</translation>
    </message>
    <message>
        <source>Entrance</source>
        <translation>入口</translation>
    </message>
    <message>
        <source>Information desk</source>
        <translation>咨询台</translation>
    </message>
    <message>
        <source>Service hall</source>
        <translation>服务大厅</translation>
    </message>
    <message>
        <source>Enter all 18 characters as they are on your card</source>
        <translation>请输入证件上的全部 18 位号码</translation>
    </message>
    <message>
        <source>We do not know this number. Check it, or ask staff for help.</source>
        <translation>没有查到此号码。请核对，或请工作人员协助。</translation>
    </message>
    <message>
        <source>This cannot be checked now. Try again, or ask staff for help.</source>
        <translation>现在无法核验。请重试，或请工作人员协助。</translation>
    </message>
    <message>
        <source>This PIN is not right. Try again.</source>
        <translation>密码不正确，请重试。</translation>
    </message>
    <message>
        <source>Enter all six digits</source>
        <translation>请输入全部 6 位数字</translation>
    </message>
    <message>
        <source>Too many tries. Please wait.</source>
        <translation>尝试次数过多，请稍候。</translation>
    </message>
    <message>
        <source>The camera service is starting again. You can use another way now.</source>
        <translation>人脸核验正在重新启动，您现在可以改用其他方式。</translation>
    </message>
    <message>
        <source>The hall is being opened again. All services are in the list.</source>
        <translation>大厅正在重新打开，全部事项都在列表中。</translation>
    </message>
    <message>
        <source>The departments cannot be reached. What you send is kept safe here and goes on by itself.</source>
        <translation>暂时无法连接部门。您提交的内容会安全保存在本机并自动发送。</translation>
    </message>
    <message>
        <source>Sending has paused for a moment. Nothing is lost.</source>
        <translation>发送暂停片刻，内容不会丢失。</translation>
    </message>
    <message>
        <source>This terminal has no room left. Please use another one or ask staff.</source>
        <translation>本机存储空间已满。请使用其他终端或联系工作人员。</translation>
    </message>
    <message>
        <source>This terminal&apos;s clock is wrong. Please ask staff.</source>
        <translation>本机时钟有误，请联系工作人员。</translation>
    </message>
    <message>
        <source>The network is down. What you send is kept safe here and goes on by itself.</source>
        <translation>网络中断。您提交的内容会安全保存在本机并自动发送。</translation>
    </message>
    <message>
        <source>Something in the application does not fit. Ask a member of staff; nothing else was sent.</source>
        <translation>申请内容有误。请咨询工作人员，没有发送其他内容。</translation>
    </message>
    <message>
        <source>Saved on this terminal</source>
        <translation>已保存在本机</translation>
    </message>
    <message>
        <source>Received by the department</source>
        <translation>部门已受理</translation>
    </message>
    <message>
        <source>The language has changed</source>
        <translation>语言已更改</translation>
    </message>
    <message>
        <source>Settings saved</source>
        <translation>设置已保存</translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation>登记完成</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Thank you for your rating</source>
        <translation>感谢您的评价</translation>
    </message>
    <message>
        <source>Your rating could not be sent</source>
        <translation>评价未能提交</translation>
    </message>
    <message>
        <source>The printer is out of paper. Ask staff, or photograph the code.</source>
        <translation>打印机缺纸。请联系工作人员，或拍下二维码。</translation>
    </message>
    <message>
        <source>Paper is stuck in the printer. Ask staff, or photograph the code.</source>
        <translation>打印机卡纸。请联系工作人员，或拍下二维码。</translation>
    </message>
    <message>
        <source>The printer is switched off or not connected. You can photograph the code instead.</source>
        <translation>打印机未开机或未连接。您可以拍下二维码。</translation>
    </message>
    <message>
        <source>The receipt can be printed once the department has received your application.</source>
        <translation>部门受理后即可打印回执。</translation>
    </message>
    <message>
        <source>The receipt could not be printed. You can photograph the code instead.</source>
        <translation>回执未能打印。您可以拍下二维码。</translation>
    </message>
    <message>
        <source>Clear words</source>
        <translation>说明清楚</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>办理快捷</translation>
    </message>
    <message>
        <source>Helpful</source>
        <translation>热情周到</translation>
    </message>
    <message>
        <source>Easy to find</source>
        <translation>容易找到</translation>
    </message>
    <message>
        <source>Hard to understand</source>
        <translation>不易理解</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>办理太慢</translation>
    </message>
    <message>
        <source>Not helpful</source>
        <translation>不够热情</translation>
    </message>
    <message>
        <source>Hard to find</source>
        <translation>不容易找到</translation>
    </message>
    <message>
        <source>This PIN is not right</source>
        <translation>密码不正确</translation>
    </message>
    <message>
        <source>Too many wrong tries</source>
        <translation>错误次数过多</translation>
    </message>
    <message>
        <source>Enter the citizen&apos;s number first</source>
        <translation>请先输入公民身份号码</translation>
    </message>
    <message>
        <source>Record the citizen&apos;s consent first</source>
        <translation>请先记录本人同意</translation>
    </message>
    <message>
        <source>There is no such folder, or no pictures in it</source>
        <translation>没有这个文件夹，或其中没有照片</translation>
    </message>
    <message>
        <source>The settings were not saved</source>
        <translation>设置未保存</translation>
    </message>
    <message>
        <source>This citizen is enrolled already; a new enrolment replaces the old one</source>
        <translation>此人已登记，重新登记将替换原有信息</translation>
    </message>
    <message>
        <source>Language at the start</source>
        <translation>开机语言</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>A stranger passes at most 1 time in</source>
        <translation>误识率不高于 1 比</translation>
    </message>
    <message>
        <source>Check for a live person</source>
        <translation>活体检测</translation>
    </message>
    <message>
        <source>Ask after so many quiet seconds</source>
        <translation>无操作多少秒后询问</translation>
    </message>
    <message>
        <source>Longest face check, in seconds</source>
        <translation>人脸核验最长秒数</translation>
    </message>
    <message>
        <source>Folder of further models</source>
        <translation>附加模型文件夹</translation>
    </message>
    <message>
        <source>Please speak to a member of staff at the information desk.</source>
        <translation>请到咨询台找工作人员帮忙。</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机确认</translation>
    </message>
    <message>
        <source>Erased, but the receipt does not check. Ask who runs this terminal.</source>
        <translation>已删除，但凭证核验未通过，请联系运营方。</translation>
    </message>
    <message>
        <source>Nobody is enrolled under this reference any more</source>
        <translation>该编号下已无录入的人脸</translation>
    </message>
    <message>
        <source>This file is too large: at most %1</source>
        <translation>文件太大：最大 %1</translation>
    </message>
    <message>
        <source>Choose a smaller file, or photograph the paper.</source>
        <translation>请选择小一些的文件，或拍摄纸质材料。</translation>
    </message>
    <message>
        <source>This kind of file is not taken here: %1</source>
        <translation>这里不能用这种文件，可用：%1</translation>
    </message>
    <message>
        <source>Choose another file, or ask a member of staff.</source>
        <translation>请选择其他文件，或询问工作人员。</translation>
    </message>
    <message>
        <source>What is in this file is not what its name says</source>
        <translation>文件内容与文件名不符</translation>
    </message>
    <message>
        <source>It may be damaged. Save it again and choose it once more, or choose another file.</source>
        <translation>文件可能已损坏。请重新保存后再选，或选择其他文件。</translation>
    </message>
    <message>
        <source>This file is empty</source>
        <translation>这个文件是空的</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>请选择其他文件。</translation>
    </message>
    <message>
        <source>This file cannot be read</source>
        <translation>无法读取这个文件</translation>
    </message>
    <message>
        <source>Take the stick out, put it in again and try once more.</source>
        <translation>请拔出 U 盘，重新插入后再试。</translation>
    </message>
    <message>
        <source>No USB stick was found</source>
        <translation>没有找到 U 盘</translation>
    </message>
    <message>
        <source>Put it in, wait a moment and try again.</source>
        <translation>请插入 U 盘，稍等片刻再试。</translation>
    </message>
    <message>
        <source>Wait a moment and try again, or ask a member of staff.</source>
        <translation>请稍等再试，或询问工作人员。</translation>
    </message>
    <message>
        <source>The photo is too large: at most %1</source>
        <translation>照片太大：最大 %1</translation>
    </message>
    <message>
        <source>Please ask a member of staff.</source>
        <translation>请询问工作人员。</translation>
    </message>
    <message>
        <source>This could not be kept on this terminal</source>
        <translation>未能保存在本终端</translation>
    </message>
    <message>
        <source>Try again, or ask a member of staff.</source>
        <translation>请再试一次，或询问工作人员。</translation>
    </message>
    <message>
        <source>Your answers could not be kept now. Try again in a moment.</source>
        <translation>暂时无法保存，请稍后再试。</translation>
    </message>
    <message>
        <source>This is no code. Check each sign; the code has eight.</source>
        <translation>这不是有效代码，请逐位核对；代码共八位。</translation>
    </message>
    <message>
        <source>We find no answers under this code. Tries left: %1</source>
        <translation>没有找到此代码的内容，还可以试 %1 次</translation>
    </message>
    <message>
        <source>There were too many tries. Try again later, or start anew.</source>
        <translation>尝试次数过多，请稍后再试，或重新填写。</translation>
    </message>
    <message>
        <source>This code belongs to another service: %1</source>
        <translation>此代码属于另一事项：%1</translation>
    </message>
    <message>
        <source>These answers cannot be opened any more. Please start anew.</source>
        <translation>内容无法打开，请重新填写。</translation>
    </message>
    <message>
        <source>How the hall looks</source>
        <translation>大厅的样子</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>白天</translation>
    </message>
    <message>
        <source>In the evening</source>
        <translation>傍晚</translation>
    </message>
    <message>
        <source>For a feast</source>
        <translation>节日</translation>
    </message>
    <message>
        <source>By the hour</source>
        <translation>随时间变化</translation>
    </message>
    <message>
        <source>Look for the screen&apos;s light on the face</source>
        <translation>检查屏幕光在脸上的反射</translation>
    </message>
    <message>
        <source>Approve with a phone</source>
        <translation>允许用手机确认</translation>
    </message>
    <message>
        <source>Propose whom a picture shows</source>
        <translation>可按照片提示可能是谁</translation>
    </message>
    <message>
        <source>Search server shared with other terminals</source>
        <translation>与其他终端共用的搜索服务器</translation>
    </message>
    <message>
        <source>District of this terminal</source>
        <translation>本终端所属区域</translation>
    </message>
    <message>
        <source>Folder to print into as PDF</source>
        <translation>打印为 PDF 的文件夹</translation>
    </message>
    <message>
        <source>Where USB sticks appear</source>
        <translation>U 盘出现的位置</translation>
    </message>
    <message>
        <source>Offer the demonstration citizen</source>
        <translation>提供演示市民</translation>
    </message>
    <message>
        <source>Voice at the start</source>
        <translation>开机时朗读</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Open until</source>
        <translation>开放至</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>始终启用</translation>
    </message>
    <message>
        <source>Always, and ask for movements</source>
        <translation>始终检测，并要求做动作</translation>
    </message>
    <message>
        <source>With its models, else ask for movements</source>
        <translation>有模型时用模型，否则要求做动作</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>光线</translation>
    </message>
    <message>
        <source>Face models</source>
        <translation>人脸模型</translation>
    </message>
    <message>
        <source>Face detector</source>
        <translation>人脸检测</translation>
    </message>
    <message>
        <source>Face comparison</source>
        <translation>人脸比对</translation>
    </message>
    <message>
        <source>Face recognition</source>
        <translation>人脸识别</translation>
    </message>
    <message>
        <source>Enrolled faces</source>
        <translation>已登记人脸</translation>
    </message>
    <message>
        <source>Key store</source>
        <translation>密钥存储</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>部门系统</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>等待发送</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Record of what staff did</source>
        <translation>工作人员操作记录</translation>
    </message>
    <message>
        <source>Disk space</source>
        <translation>磁盘空间</translation>
    </message>
    <message>
        <source>Identity process</source>
        <translation>身份核验程序</translation>
    </message>
    <message>
        <source>Hall picture</source>
        <translation>大厅画面</translation>
    </message>
    <message>
        <source>Kept by the system&apos;s key store</source>
        <translation>由系统密钥库保管</translation>
    </message>
    <message>
        <source>Sealed under a passphrase</source>
        <translation>以口令加密保管</translation>
    </message>
    <message>
        <source>Only bound to this machine: set a passphrase or a key store</source>
        <translation>仅与本机绑定：请设置口令或密钥库</translation>
    </message>
    <message>
        <source>Distance between the eyes</source>
        <translation>两眼间距</translation>
    </message>
    <message>
        <source>Light on the face</source>
        <translation>面部光照</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>清晰度</translation>
    </message>
    <message>
        <source>Head straight</source>
        <translation>头部端正</translation>
    </message>
    <message>
        <source>Nothing covers the face</source>
        <translation>面部无遮挡</translation>
    </message>
    <message>
        <source>Calm expression</source>
        <translation>表情自然</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>Size of the face</source>
        <translation>人脸大小</translation>
    </message>
    <message>
        <source>Middle of the picture</source>
        <translation>画面居中</translation>
    </message>
    <message>
        <source>Look at the camera</source>
        <translation>请看镜头</translation>
    </message>
    <message>
        <source>Put your face in the oval.</source>
        <translation>请把脸放进椭圆框。</translation>
    </message>
    <message>
        <source>Good. Stay like this.</source>
        <translation>很好，请保持</translation>
    </message>
    <message>
        <source>It takes a moment.</source>
        <translation>只需片刻。</translation>
    </message>
    <message>
        <source>Good. Hold still.</source>
        <translation>很好，请保持不动</translation>
    </message>
    <message>
        <source>One person at a time, please</source>
        <translation>请一次一位</translation>
    </message>
    <message>
        <source>Others, please step aside for a moment.</source>
        <translation>请其他人暂时离开画面。</translation>
    </message>
    <message>
        <source>Come closer</source>
        <translation>请靠近一些</translation>
    </message>
    <message>
        <source>Fill the oval with your face.</source>
        <translation>让面部充满椭圆框。</translation>
    </message>
    <message>
        <source>Move back a little</source>
        <translation>请稍微后退</translation>
    </message>
    <message>
        <source>Your whole face should be in the oval.</source>
        <translation>让整个面部位于椭圆框内。</translation>
    </message>
    <message>
        <source>Move into the oval</source>
        <translation>请移到椭圆框内</translation>
    </message>
    <message>
        <source>Your face should be in the middle.</source>
        <translation>让面部位于画面中央。</translation>
    </message>
    <message>
        <source>Look straight ahead</source>
        <translation>请正对镜头</translation>
    </message>
    <message>
        <source>Turn your face to the camera.</source>
        <translation>请把脸转向镜头。</translation>
    </message>
    <message>
        <source>Hold your head upright</source>
        <translation>请把头摆正</translation>
    </message>
    <message>
        <source>Both eyes at the same height.</source>
        <translation>让双眼保持水平。</translation>
    </message>
    <message>
        <source>It is too dark</source>
        <translation>光线太暗</translation>
    </message>
    <message>
        <source>Turn your face to the light.</source>
        <translation>请面向光源。</translation>
    </message>
    <message>
        <source>It is too bright</source>
        <translation>光线太强</translation>
    </message>
    <message>
        <source>Turn away from the strong light.</source>
        <translation>请避开强光。</translation>
    </message>
    <message>
        <source>There is a reflection</source>
        <translation>画面有反光</translation>
    </message>
    <message>
        <source>Lower your head a little, or take off your glasses.</source>
        <translation>请稍微低头，或摘下眼镜。</translation>
    </message>
    <message>
        <source>The light is poor</source>
        <translation>光线不足</translation>
    </message>
    <message>
        <source>The light comes from one side</source>
        <translation>光线来自一侧</translation>
    </message>
    <message>
        <source>Hold still</source>
        <translation>请保持不动</translation>
    </message>
    <message>
        <source>The picture is blurred.</source>
        <translation>画面模糊。</translation>
    </message>
    <message>
        <source>Open your eyes</source>
        <translation>请睁开眼睛</translation>
    </message>
    <message>
        <source>Look at the camera.</source>
        <translation>请看向镜头。</translation>
    </message>
    <message>
        <source>Show your whole face</source>
        <translation>请露出整个面部</translation>
    </message>
    <message>
        <source>Take off mask, sunglasses or hat, if you can.</source>
        <translation>如方便，请摘下口罩、墨镜或帽子。</translation>
    </message>
    <message>
        <source>Look calm</source>
        <translation>请保持表情自然</translation>
    </message>
    <message>
        <source>Close your mouth and look at the camera.</source>
        <translation>请闭上嘴，看向镜头。</translation>
    </message>
    <message>
        <source>Move a little</source>
        <translation>请稍微动一动</translation>
    </message>
    <message>
        <source>The picture does not change.</source>
        <translation>画面没有变化。</translation>
    </message>
    <message>
        <source>The camera does not answer</source>
        <translation>摄像头没有响应</translation>
    </message>
    <message>
        <source>Wait a moment, or use another way.</source>
        <translation>请稍候，或改用其他方式。</translation>
    </message>
    <message>
        <source>Turn your head to the left</source>
        <translation>请向左转头</translation>
    </message>
    <message>
        <source>Slowly, a little is enough. Then look straight ahead again.</source>
        <translation>慢慢转，稍微一点即可，然后转回正面。</translation>
    </message>
    <message>
        <source>Turn your head to the right</source>
        <translation>请向右转头</translation>
    </message>
    <message>
        <source>Nod once</source>
        <translation>请点一下头</translation>
    </message>
    <message>
        <source>Lower your chin slowly, then raise it again.</source>
        <translation>慢慢低头，再抬起来。</translation>
    </message>
    <message>
        <source>Come a little closer</source>
        <translation>请靠近一点</translation>
    </message>
    <message>
        <source>Bring your face towards the screen, then go back.</source>
        <translation>把脸靠近屏幕，再退回原位。</translation>
    </message>
    <message>
        <source>Blink</source>
        <translation>请眨眨眼</translation>
    </message>
    <message>
        <source>Shut both eyes for a moment, then open them.</source>
        <translation>双眼闭一下，再睁开。</translation>
    </message>
    <message>
        <source>The screen shines in soft colours for a moment.</source>
        <translation>屏幕会短暂显示柔和的颜色。</translation>
    </message>
    <message>
        <source>We could not match your face</source>
        <translation>人脸比对未通过</translation>
    </message>
    <message>
        <source>It happens. Try again with more light on your face, or use another way.</source>
        <translation>这种情况时有发生。请让光线照到面部后重试，或改用其他方式。</translation>
    </message>
    <message>
        <source>We could not see a live person</source>
        <translation>未能确认为真人</translation>
    </message>
    <message>
        <source>Show your own face, not a picture or a screen, or use another way.</source>
        <translation>请本人面对镜头，不要使用照片或屏幕，或改用其他方式。</translation>
    </message>
    <message>
        <source>We could not follow the movement</source>
        <translation>没能看清您的动作</translation>
    </message>
    <message>
        <source>It happens. Move slowly, one movement at a time, or use another way.</source>
        <translation>这很常见。请慢慢做，一次一个动作，或改用其他方式。</translation>
    </message>
    <message>
        <source>The time for the movement ran out</source>
        <translation>做动作的时间到了</translation>
    </message>
    <message>
        <source>No harm done. Try again at your own pace, or use another way.</source>
        <translation>没关系。请按自己的节奏再试一次，或改用其他方式。</translation>
    </message>
    <message>
        <source>We could not see the light on your face</source>
        <translation>没能看到您脸上的光</translation>
    </message>
    <message>
        <source>Turn away from strong light and come a little closer, or use another way.</source>
        <translation>请避开强光、靠近一些再试，或改用其他方式。</translation>
    </message>
    <message>
        <source>The picture was not clear enough</source>
        <translation>画面不够清晰</translation>
    </message>
    <message>
        <source>Look straight ahead with light on your face, and try again.</source>
        <translation>请正对镜头，让光线照到面部后重试。</translation>
    </message>
    <message>
        <source>We did not see a face</source>
        <translation>没有看到人脸</translation>
    </message>
    <message>
        <source>Stand in front of the camera and try again.</source>
        <translation>请站到镜头前再试一次。</translation>
    </message>
    <message>
        <source>We saw more than one face</source>
        <translation>画面中不止一人</translation>
    </message>
    <message>
        <source>Try again alone in front of the camera.</source>
        <translation>请独自面对镜头再试一次。</translation>
    </message>
    <message>
        <source>It took too long</source>
        <translation>用时过长</translation>
    </message>
    <message>
        <source>Try again, or use another way.</source>
        <translation>请重试，或改用其他方式。</translation>
    </message>
    <message>
        <source>Use another way, or call staff.</source>
        <translation>请改用其他方式，或呼叫工作人员。</translation>
    </message>
    <message>
        <source>No face is stored for you here</source>
        <translation>本机没有您的人脸登记</translation>
    </message>
    <message>
        <source>Use another way now. Staff can enrol you if you wish.</source>
        <translation>请先改用其他方式。如需要，工作人员可为您登记。</translation>
    </message>
    <message>
        <source>The face check is paused</source>
        <translation>人脸核验已暂停</translation>
    </message>
    <message>
        <source>There were too many tries. Wait, or use another way.</source>
        <translation>尝试次数过多。请等待，或改用其他方式。</translation>
    </message>
    <message>
        <source>The face check was stopped</source>
        <translation>人脸核验已停止</translation>
    </message>
    <message>
        <source>The face check was interrupted</source>
        <translation>人脸核验中断</translation>
    </message>
    <message>
        <source>This face seems to be enrolled already</source>
        <translation>这张人脸似乎已经录入</translation>
    </message>
    <message>
        <source>A member of staff decides what to do. Please ask for help.</source>
        <translation>将由工作人员决定如何处理，请寻求帮助。</translation>
    </message>
    <message>
        <source>The face check is not available now</source>
        <translation>人脸核验暂不可用</translation>
    </message>
    <message>
        <source>A part of it is not installed. Use another way; it gives you the same services.</source>
        <translation>缺少部分组件。请改用其他方式，可办理的事项完全相同。</translation>
    </message>
    <message>
        <source>A picture cannot be read</source>
        <translation>有照片无法读取</translation>
    </message>
    <message>
        <source>Use JPEG or PNG pictures.</source>
        <translation>请使用 JPEG 或 PNG 照片。</translation>
    </message>
    <message>
        <source>The pictures show different people</source>
        <translation>照片中不是同一个人</translation>
    </message>
    <message>
        <source>Use pictures of one person only.</source>
        <translation>请只使用同一个人的照片。</translation>
    </message>
    <message>
        <source>The camera is in use</source>
        <translation>摄像头正在使用中</translation>
    </message>
    <message>
        <source>Wait a moment and try again, or use another way.</source>
        <translation>请稍候再试，或改用其他方式。</translation>
    </message>
    <message>
        <source>The face check did not work</source>
        <translation>人脸核验未能完成</translation>
    </message>
    <message>
        <source>Try again, or use another way; it gives you the same services.</source>
        <translation>请再试一次，或改用其他方式，服务完全相同。</translation>
    </message>
    <message>
        <source>Staff must look after this terminal. Use another way; it gives you the same services.</source>
        <translation>本机需由工作人员处理。请改用其他方式，服务完全相同。</translation>
    </message>
    <message>
        <source>This terminal does not search by face</source>
        <translation>本机不按人脸检索</translation>
    </message>
    <message>
        <source>Whoever runs it may allow that in the settings.</source>
        <translation>运营方可在设置中开启。</translation>
    </message>
    <message>
        <source>Enrolled faces cannot be searched now</source>
        <translation>暂时无法检索已录入的人脸</translation>
    </message>
    <message>
        <source>Try again later, or check the search server in the settings.</source>
        <translation>请稍后再试，或检查设置中的检索服务器。</translation>
    </message>
    <message>
        <source>The camera or the pictures cannot be read</source>
        <translation>无法读取摄像头或照片</translation>
    </message>
    <message>
        <source>Check the camera in the settings, or the folder.</source>
        <translation>请检查设置中的摄像头，或照片文件夹。</translation>
    </message>
    <message>
        <source>Use another way; it gives you the same services.</source>
        <translation>请改用其他方式，可办理的事项完全相同。</translation>
    </message>
    <message>
        <source>Very poor</source>
        <translation>非常不满意</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>基本满意</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>非常满意</translation>
    </message>
    <message>
        <source>Your application is here</source>
        <translation>您有申请在此办理</translation>
    </message>
    <message>
        <source>. </source>
        <comment>between two sentences</comment>
        <translation>。</translation>
    </message>
    <message>
        <source>Clerk back in about %1 min</source>
        <translation>工作人员约%1分钟后回来</translation>
    </message>
    <message>
        <source>%1 m ahead</source>
        <translation>前方%1米</translation>
    </message>
    <message>
        <source>%1 m to the left</source>
        <translation>左侧%1米</translation>
    </message>
    <message>
        <source>%1 m to the right</source>
        <translation>右侧%1米</translation>
    </message>
    <message>
        <source>%1 m behind you</source>
        <translation>身后%1米</translation>
    </message>
    <message>
        <source>Counter %1, %2</source>
        <translation>%1号窗口，%2</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>You have arrived: %1.</source>
        <translation>您已到达：%1。</translation>
    </message>
    <message>
        <source>You are at: %1.</source>
        <translation>您在：%1。</translation>
    </message>
    <message>
        <source>No queue</source>
        <translation>无需等候</translation>
    </message>
    <message>
        <source>%1 waiting · about %2 min</source>
        <translation>前面 %1 人 · 约 %2 分钟</translation>
    </message>
</context>
<context>
    <name>Tidings</name>
    <message>
        <source>The departments cannot be reached now. Try again in a moment.</source>
        <translation>暂时联系不上各部门，请稍后再试。</translation>
    </message>
</context>
<context>
    <name>TimeChoice</name>
    <message>
        <source>Which day?</source>
        <translation>哪一天？</translation>
    </message>
    <message>
        <source>No time is free in the next days. A ticket for today is always possible.</source>
        <translation>近几天已约满，您可以取今天的号。</translation>
    </message>
    <message>
        <source>What time?</source>
        <translation>什么时间？</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Citizen Service Hall</source>
        <translation>市民服务中心</translation>
    </message>
    <message>
        <source>Demonstration</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Identity checked</source>
        <translation>身份已核验</translation>
    </message>
</context>
<context>
    <name>Viewfinder</name>
    <message>
        <source>The photo you took</source>
        <translation>您拍的照片</translation>
    </message>
    <message>
        <source>Camera is on</source>
        <translation>摄像头开启中</translation>
    </message>
    <message>
        <source>Camera is off</source>
        <translation>摄像头已关闭</translation>
    </message>
    <message>
        <source>The camera is opening…</source>
        <translation>正在打开摄像头…</translation>
    </message>
    <message>
        <source>Hold it flat and still, so that it fills the picture.</source>
        <translation>请放平、拿稳，让它占满画面。</translation>
    </message>
</context>
<context>
    <name>Who</name>
    <message>
        <source>What is your identity number?</source>
        <translation>您的身份证号码是？</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>请告诉我们您是谁</translation>
    </message>
    <message>
        <source>18 characters, as they are on your card.</source>
        <translation>共 18 位，与证件上一致。</translation>
    </message>
    <message>
        <source>Pick what you have with you.</source>
        <translation>请选择您可用的方式。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
</context>
</TS>
