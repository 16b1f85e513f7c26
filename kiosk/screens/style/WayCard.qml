// One of two ways that weigh the same: what it is, what it means, and its own button.
pragma ComponentBehavior: Bound
import QtQuick

Card {
    id: card
    property var way: ({}) // {"icon", "name", "title", "act", "lines"}
    property bool compact: false
    property bool choosable: true
    property int room: 0 // the height that two of them share
    signal chosen

    height: compact ? words.implicitHeight + choose.height + Theme.s3 + pad * 2
        : Theme.portrait ? Theme.mm(236) : Math.min(room, Theme.mm(Theme.elder ? 232 : 186))
    edge: Theme.lineStrong
    pad: compact ? Theme.s3 : Theme.s4
    Column {
        id: words
        width: parent.width
        spacing: Theme.portrait && !card.compact ? Theme.s3 : Theme.s1
        Icon {
            visible: !Theme.elder
            name: card.way.icon
            color: Theme.primary
            size: Theme.mm(Theme.portrait ? 34 : 20)
        }
        Txt { role: "h2"; text: card.way.title; width: parent.width }
        Repeater {
            model: card.way.lines
            Row {
                id: line
                required property string modelData
                spacing: Theme.s2
                width: words.width
                Icon { id: tick; name: "check"; size: Theme.mm(8); color: Theme.primary; y: Theme.mm(1.6) }
                Txt { text: line.modelData; width: parent.width - tick.width - Theme.s2 }
            }
        }
    }
    Btn {
        id: choose
        objectName: card.way.name
        enabled: card.choosable
        anchors.bottom: parent.bottom
        width: parent.width
        text: card.way.act
        onClicked: card.chosen()
    }
}
