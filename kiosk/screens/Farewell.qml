// The last thing a person sees: nothing of them stays here.
import QtQuick
import "style"

FocusScope {
    id: page
    required property var session
    required property var model
    required property url art

    Column {
        anchors.centerIn: parent
        width: parent.width - Theme.margin * 2
        spacing: Theme.s4
        Icon {
            name: "shield"
            color: Theme.ok
            size: Theme.mm(44)
            anchors.horizontalCenter: parent.horizontalCenter
        }
        Txt {
            role: "display"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Goodbye, and thank you")
            focus: true
            Accessible.role: Accessible.Heading
        }
        Txt {
            role: "h2"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            color: Theme.ok
            text: qsTr("All your data on this terminal has been wiped.")
        }
        Rectangle { width: Theme.mm(60); height: Theme.mm(1); color: Theme.brass; anchors.horizontalCenter: parent.horizontalCenter }
        Txt {
            role: "lead"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            color: Theme.ink2
            text: qsTr("Please take your card, your paper and your belongings.")
        }
    }
}
