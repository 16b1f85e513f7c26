// Five levels of content, as faces: one touch is the answer.
pragma ComponentBehavior: Bound
import QtQuick

Grid {
    id: levels
    signal scored(score: int)
    columns: 5
    spacing: Theme.s2
    Repeater {
        model: 5
        Pressable {
            id: level
            required property int index
            objectName: "level." + (index + 1)
            text: Texts.rating(index + 1)
            width: (levels.width - levels.spacing * 4) / 5
            height: Theme.mm(Theme.portrait ? 34 : 30)
            onClicked: levels.scored(index + 1)
            background: Card {
                fill: level.down ? Theme.primarySoft : Theme.surface
                edge: Theme.lineStrong
                edgeWidth: Theme.hair
                FocusRing { on: level.visualFocus; radius: Theme.radiusL }
            }
            contentItem: Item {
                Icon { name: "rate" + (level.index + 1); size: Theme.mm(15); color: Theme.ink; anchors.centerIn: parent }
            }
        }
    }
}
