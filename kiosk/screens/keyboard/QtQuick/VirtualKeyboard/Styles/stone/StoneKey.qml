// One key: stone with an edge, its sign in the middle as letters or as an icon.
import QtQuick
import QtQuick.VirtualKeyboard.Styles
import "../../../../../style"

KeyPanel {
    id: panel
    property string letters
    property string iconName
    property bool quiet: false // keys that write no letter
    property bool lit: false
    readonly property var key: control // a mode key has a mode, others have not

    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.mm(0.9)
        radius: Theme.radius
        color: panel.control.pressed || panel.lit ? Theme.primarySoft : panel.quiet ? Theme.bg : Theme.surface
        border.width: Theme.hair
        border.color: panel.lit ? Theme.primary : Theme.lineStrong
        opacity: panel.control.enabled ? 1 : 0.4
        Txt {
            anchors.centerIn: parent
            visible: panel.iconName === ""
            text: panel.letters
            role: panel.quiet ? "body" : "title"
            bold: !panel.quiet
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        Icon {
            anchors.centerIn: parent
            visible: panel.iconName !== ""
            name: panel.iconName
        }
    }
}
