// A sheet with an edge; raised, it lies on stacked shadows (the software renderer has no effects).
pragma ComponentBehavior: Bound
import QtQuick

Item {
    id: card
    property bool raised: false
    property color fill: Theme.surface
    property color edge: Theme.line
    property int edgeWidth: raised && !Theme.dark ? 0 : Theme.hair
    property int radius: Theme.radiusL
    property int pad: Theme.s3
    default property alias content: inner.data

    Repeater {
        model: card.raised && !Theme.dark ? 7 : 0
        Rectangle {
            required property int index
            readonly property int spread: index * Theme.px(3)
            anchors.fill: card
            anchors.margins: -spread
            anchors.topMargin: -spread + Theme.px(8)
            anchors.bottomMargin: -spread - Theme.px(8)
            radius: card.radius + spread
            color: "#14211F"
            opacity: 0.026
        }
    }
    Rectangle {
        anchors.fill: parent
        radius: card.radius
        color: card.fill
        border.width: card.edgeWidth
        border.color: card.edge
    }
    Item {
        id: inner
        anchors.fill: parent
        anchors.margins: card.pad
    }
}
