// A register is wrong: what it should say, and what shows it.
import QtQuick

DialogBox {
    id: dispute
    required property var model
    readonly property var about: model.dispute
    readonly property bool cramped: !Theme.portrait && height < Theme.mm(190) // the keyboard is there
    boxWidth: Math.min(width - Theme.margin * 2, Theme.mm(Theme.portrait ? 266 : 440))
    visible: about.what !== undefined
    heading: title.text
    onDismissed: model.closeDispute()
    onVisibleChanged: if (visible) { right.show(""); evidence.show("") }

    Txt { id: title; role: "h2"; visible: !dispute.cramped; width: parent.width; text: qsTr("%1 is not right?").arg(dispute.about.what ?? ""); Accessible.role: Accessible.Heading }
    Txt {
        readonly property bool wrong: (dispute.about.hint ?? "") !== ""
        width: parent.width
        bold: wrong
        color: wrong ? Theme.danger : Theme.ink2
        text: wrong ? dispute.about.hint : qsTr("%1 says: %2").arg(dispute.about.register ?? "").arg(dispute.about.said ?? "")
        Accessible.role: wrong ? Accessible.AlertMessage : Accessible.StaticText
        Accessible.name: text
    }
    Grid {
        id: entries
        width: parent.width
        columns: Theme.portrait ? 1 : 2
        spacing: Theme.s3
        readonly property real cell: (width - spacing * (columns - 1)) / columns
        Entry { id: right; objectName: "dispute.right"; width: entries.cell; wantsKeyboard: true; maximumLength: 200; placeholderText: qsTr("What it should be"); Accessible.name: placeholderText }
        Entry { id: evidence; objectName: "dispute.evidence"; width: entries.cell; wantsKeyboard: true; maximumLength: 600; placeholderText: qsTr("What shows it"); Accessible.name: placeholderText }
    }
    Row {
        id: acts
        width: parent.width
        spacing: Theme.s3
        readonly property real cell: (width - spacing) / 2
        readonly property real tall: Math.max(leave.implicitHeight, tell.implicitHeight)
        Btn { id: leave; objectName: "dispute.close"; width: acts.cell; height: acts.tall; kind: "secondary"; text: qsTr("Leave it"); onClicked: dispute.model.closeDispute() }
        Btn { id: tell; objectName: "dispute.send"; width: acts.cell; height: acts.tall; text: qsTr("Tell the department"); onClicked: dispute.model.sendDispute(right.text, evidence.text) }
    }
}
