// A question and its answers. Portrait: from top to bottom; landscape: side by side.
import QtQuick

FocusScope {
    id: page
    property var session
    property string title
    property string section // what the title belongs to, small above it
    property string lead
    property bool showSteps: true
    property bool canGoBack: session ? session.canGoBack : false
    property string backText: qsTr("Back")
    property var backHandler: null
    property string act
    property string actName
    property string actIcon: "right"
    property string actKind: "primary"
    property bool actEnabled: true
    property string second
    property string secondName
    property string secondKind: "secondary"
    property color wash: "transparent" // light that the page gives; all of it is readable on it
    readonly property bool washed: wash.a > 0
    property real split: 0.4
    property bool headingFocus: true
    default property alias content: pager.content
    property alias aside: asideBox.data
    property alias footer: footerBox.data // stays in sight below what is paged
    readonly property bool cramped: !Theme.portrait && height < Theme.mm(Theme.elder ? 190 : 150) // the keyboard is there
    readonly property int room: pager.height
    readonly property int roomWidth: pager.width
    readonly property int asideRoom: bar.y - head.y - said.height - head.spacing - Theme.s4 // below the title, above Back
    readonly property int panelWidth: Theme.portrait ? 0 : Theme.margin + head.width + Theme.s5 * 0.8
    signal acted
    signal seconded

    function goBack(): void {
        if (backHandler) backHandler()
        else session.back()
    }

    Keys.onEscapePressed: if (canGoBack || backHandler) goBack()
    Component.onCompleted: if (headingFocus) heading.forceActiveFocus(Qt.OtherFocusReason)

    Rectangle { visible: page.washed; anchors.fill: parent; color: page.wash }
    Rectangle { // in landscape the question stands on its own stone panel
        visible: !Theme.portrait && !page.washed
        width: page.panelWidth
        height: parent.height
        color: Theme.sunken
        Rectangle { anchors.right: parent.right; width: Theme.hair; height: parent.height; color: Theme.line }
    }
    Column {
        id: head
        y: Theme.portrait ? Theme.s5 : Theme.mm(10.8)
        x: Theme.margin
        width: Theme.portrait ? page.width - Theme.margin * 2 : (page.width - Theme.margin * 2) * page.split - Theme.s5
        spacing: Theme.s3
        Column {
            id: said
            width: parent.width
            spacing: parent.spacing
            Steps {
                visible: !page.cramped && page.showSteps && page.session !== null && page.session.stepIndex > 0
                at: page.session ? page.session.stepIndex : 0
                of: page.session ? page.session.stepCount : 0
                name: page.session ? Texts.of(page.session.stepName) : ""
                width: parent.width
                bottomPadding: Theme.s1
                opacity: page.washed ? 0 : 1
            }
            Txt {
                visible: text !== "" && !page.cramped
                text: page.section
                bold: true
                color: page.washed ? Theme.paperInk : Theme.primary
                width: parent.width
            }
            Txt {
                id: heading
                objectName: "page.heading"
                role: "h1"
                text: page.title
                width: parent.width
                color: page.washed ? Theme.paperInk : Theme.ink
                activeFocusOnTab: false
                Accessible.role: Accessible.Heading
                Accessible.focusable: true
            }
            Txt {
                role: "lead"
                text: page.lead
                width: parent.width
                color: page.washed ? Theme.paperInk2 : Theme.ink2
                visible: text !== "" && !page.cramped
            }
        }
        Column {
            id: asideBox
            visible: !page.cramped
            width: parent.width
            spacing: Theme.s3
        }
    }
    Pager {
        id: pager
        anchors.top: Theme.portrait ? head.bottom : parent.top
        anchors.topMargin: page.cramped ? Theme.s2 : Theme.mm(10)
        anchors.left: parent.left
        anchors.leftMargin: Theme.portrait ? Theme.margin : page.panelWidth + Theme.s5 * 0.9
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.bottom: footerBox.top
        anchors.bottomMargin: footerBox.height > 0 ? Theme.s2 : 0
    }
    Item {
        id: footerBox
        x: pager.x
        width: pager.width
        height: children.length > 0 && children[0].visible ? children[0].height : 0
        anchors.bottom: bar.height > 0 && (Theme.portrait || page.act) ? bar.top : parent.bottom
        anchors.bottomMargin: Theme.s4
    }
    Item {
        id: bar
        readonly property bool needed: page.act !== "" || back.visible
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s4
        x: Theme.margin
        width: parent.width - Theme.margin * 2
        readonly property int row: Math.max(Theme.target * 1.2, back.visible ? back.implicitHeight : 0, go.visible ? go.implicitHeight : 0)
        height: !needed ? 0 : stacked ? row * 2 + Theme.s2 : row
        readonly property bool stacked: Theme.portrait && page.second !== ""
        Btn {
            id: back
            objectName: "page.back"
            visible: page.canGoBack || page.backHandler !== null
            kind: "secondary"
            text: page.backText
            iconName: "left"
            height: bar.row
            anchors.bottom: parent.bottom
            width: Theme.portrait ? Math.max(implicitWidth, Theme.mm(56)) : Math.min(implicitWidth, head.width)
            onClicked: page.goBack()
        }
        Btn {
            id: alternative
            objectName: page.secondName
            readonly property bool even: page.secondKind === page.actKind // neither way weighs more
            readonly property bool aside: page.secondKind === "quiet" && !Theme.portrait // beside Back
            visible: page.second !== ""
            kind: page.secondKind
            text: page.second
            height: bar.row
            width: aside ? Math.min(implicitWidth, head.width - x) : bar.stacked ? parent.width : (pager.width - Theme.s3) * (even ? 0.5 : 0.46)
            x: aside ? (back.visible ? back.width + Theme.s2 : 0) : bar.stacked ? 0 : parent.width - pager.width
            onClicked: page.seconded()
        }
        Btn {
            id: go
            objectName: page.actName
            visible: page.act !== ""
            enabled: page.actEnabled
            kind: page.actKind
            text: page.act
            trailing: page.actIcon
            height: bar.row
            anchors.bottom: parent.bottom
            anchors.right: parent.right
            width: Theme.portrait ? parent.width - (back.visible ? back.width + Theme.s3 : 0)
                : alternative.visible && !alternative.aside ? (pager.width - Theme.s3) * (alternative.even ? 0.5 : 0.54) : pager.width
            onClicked: page.acted()
        }
    }
}
