// A counter or a service with its sign.
import QtQuick

Pressable {
    id: card
    property int number: 0
    property color tone: Theme.primary
    property string note
    property bool chosen: false
    property var mark: null // a counter, where the card stands for one

    implicitHeight: Math.max(Theme.target * 1.1, words.implicitHeight + Theme.s2)
    Accessible.description: note
    background: Card {
        fill: card.down || card.chosen ? Theme.primarySoft : Theme.surface
        edge: card.chosen ? Theme.primary : Theme.lineStrong
        edgeWidth: card.chosen ? Theme.thick : Theme.hair
        FocusRing { on: card.visualFocus; radius: Theme.radiusL }
    }
    contentItem: Item {
        Plate {
            id: plate
            visible: card.number > 0
            width: visible ? size : 0
            number: card.number
            tone: card.tone
            anchors.left: parent.left
            anchors.leftMargin: visible ? Theme.s2 : Theme.s1
            anchors.verticalCenter: parent.verticalCenter
            CounterMark {
                counter: card.mark ?? ({})
                anchors.horizontalCenter: parent.right
                anchors.verticalCenter: parent.top
            }
        }
        Column {
            id: words
            anchors.left: plate.right
            anchors.leftMargin: Theme.s2
            anchors.right: chevron.left
            anchors.rightMargin: Theme.s1
            anchors.verticalCenter: parent.verticalCenter
            Txt { text: card.text; bold: true; width: parent.width; Accessible.ignored: true }
            Txt { text: card.note; role: "caption"; color: Theme.ink2; width: parent.width; visible: text !== ""; Accessible.ignored: true }
        }
        Icon {
            id: chevron
            name: card.number > 0 ? "" : "chev"
            color: Theme.ink2
            anchors.right: parent.right
            anchors.rightMargin: Theme.s2
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
