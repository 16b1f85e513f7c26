// Two tones outside the control, so that it is seen on stone, on pine and on black.
import QtQuick

Item {
    id: ring
    property bool on: false
    property int radius: Theme.radius
    readonly property int gap: Theme.px(9)

    anchors.fill: parent
    anchors.margins: -gap
    visible: on

    Rectangle {
        anchors.fill: parent
        radius: ring.radius + ring.gap
        color: "transparent"
        border.width: Theme.px(5)
        border.color: Theme.focusOuter
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.px(4)
        radius: ring.radius + Theme.px(5)
        color: "transparent"
        border.width: Theme.px(5)
        border.color: Theme.focusInner
    }
}
