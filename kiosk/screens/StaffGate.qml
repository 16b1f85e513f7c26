// The gate: a PIN, and a wait after wrong ones.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

Page {
    id: page
    required property var model

    title: qsTr("Staff only")
    lead: qsTr("Enter your staff PIN.")
    showSteps: false
    backText: qsTr("Leave")
    backHandler: () => session.leaveRequested()
    act: qsTr("Sign in")
    actName: "staff.signIn"
    actEnabled: entry.complete && model.waitSeconds === 0
    onActed: entry.send()
    headingFocus: false
    Component.onCompleted: entry.forceActiveFocus(Qt.OtherFocusReason)
    aside: GateNotes { visible: !Theme.portrait; width: parent.width }

    component GateNotes: Column {
        spacing: Theme.s2
        Note { width: parent.width; tone: "danger"; text: Texts.of(page.model.error) }
        Txt {
            width: parent.width
            bold: true
            visible: text !== ""
            text: page.model.waitSeconds > 0 ? qsTr("Please wait %1 seconds.").arg(page.model.waitSeconds) : ""
        }
    }
    Column {
        width: parent.width
        spacing: Theme.s4
        GateNotes { visible: Theme.portrait; width: parent.width }
        PinEntry {
            id: entry
            width: parent.width
            focus: true
            enabled: page.model.waitSeconds === 0
            keyHeight: Theme.portrait ? Theme.mm(38) : Theme.mm(Theme.elder ? 28 : 24)
            onSent: pin => page.model.signIn(pin)
        }
    }
}
