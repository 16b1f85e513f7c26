// The PIN: six places, never shown, never spoken.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

Page {
    id: page
    required property var model
    required property url art

    title: qsTr("Enter your PIN")
    lead: qsTr("Six digits. Shield the screen with your hand.")
    act: qsTr("Continue")
    actName: "pin.submit"
    actEnabled: entry.complete && model.waitSeconds === 0
    onActed: entry.send()
    second: model.phoneOffered ? qsTr("Use my phone") : ""
    secondName: "pin.usePhone"
    onSeconded: model.usePhone()
    headingFocus: false
    Component.onCompleted: entry.forceActiveFocus(Qt.OtherFocusReason)
    aside: PinNotes { visible: !Theme.portrait; width: parent.width; model: page.model }
    Column {
        width: parent.width
        spacing: Theme.s4
        PinNotes { visible: Theme.portrait; width: parent.width; model: page.model }
        PinEntry {
            id: entry
            width: parent.width
            focus: true
            enabled: page.model.waitSeconds === 0
            keyHeight: Theme.portrait ? Theme.mm(38) : Theme.mm(Theme.elder ? 28 : 24)
            onSent: pin => page.model.submit(pin)
        }
    }
}
