// A sheet over everything else: one question, one main act. Escape asks to close it.
import QtQuick

FocusScope {
    id: dialog
    property string heading
    property real boxWidth: Math.min(width - Theme.margin * 2, Theme.mm(Theme.portrait ? 266 : 310))
    default property alias content: column.data
    signal dismissed

    anchors.fill: parent
    Accessible.role: Accessible.Dialog
    Accessible.name: heading
    Keys.onEscapePressed: dialog.dismissed()
    onVisibleChanged: if (visible) forceActiveFocus(Qt.PopupFocusReason)

    Rectangle {
        anchors.fill: parent
        color: "#0A1413"
        opacity: Theme.high ? 0.9 : 0.72
    }
    MouseArea { anchors.fill: parent } // nothing behind a question can be pressed
    Card {
        anchors.centerIn: parent
        width: dialog.boxWidth
        height: column.implicitHeight + Theme.s5 * 2
        raised: true
        pad: Theme.s5
        edgeWidth: Theme.dark ? Theme.stroke : 0
        Column {
            id: column
            width: parent.width
            spacing: Theme.s4
        }
    }
}
