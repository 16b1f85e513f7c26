// A button: primary (one a page), secondary (outlined), quiet (a link), danger.
import QtQuick

Pressable {
    id: button
    property string kind: "primary"
    property string iconName
    property string trailing
    property bool big: false
    readonly property bool quiet: kind === "quiet"
    property int pad: quiet ? Theme.s1 : Theme.s4
    readonly property color fore: kind === "primary" ? Theme.primaryInk : kind === "danger" ? Theme.danger : Theme.primary
    readonly property int extras: (iconName ? Theme.icon + Theme.s2 : 0) + (trailing ? Theme.icon + Theme.s2 : 0)

    implicitHeight: Math.max(big ? Theme.target * 1.35 : Theme.target * 1.05, label.implicitHeight + Theme.s2)
    implicitWidth: Math.max(Theme.target, Math.ceil(label.implicitWidth) + extras + pad * 2)

    background: Rectangle {
        radius: Theme.radius
        color: button.kind === "primary" ? (button.down ? Theme.primaryPressed : Theme.primary)
            : button.down ? Theme.primarySoft : button.quiet ? "transparent" : Theme.surface
        border.width: button.quiet ? 0 : Theme.stroke
        border.color: button.kind === "danger" ? Theme.danger : Theme.primary
        FocusRing { on: button.visualFocus }
    }
    contentItem: Item {
        Row {
            anchors.centerIn: parent
            spacing: button.text ? Theme.s2 : 0
            Icon {
                visible: button.iconName !== ""
                name: button.iconName
                color: button.fore
                anchors.verticalCenter: parent.verticalCenter
            }
            Txt {
                id: label
                text: button.text
                bold: true
                role: button.big ? "title" : "lead"
                color: button.fore
                width: Math.min(Math.ceil(implicitWidth), button.width - button.extras - button.pad)
                horizontalAlignment: button.quiet ? Text.AlignLeft : Text.AlignHCenter
                font.underline: button.quiet
                anchors.verticalCenter: parent.verticalCenter
                Accessible.ignored: true
            }
            Icon {
                visible: button.trailing !== ""
                name: button.trailing
                color: button.fore
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
}
