// Five levels, as faces and words; one touch is enough.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

Page {
    id: page
    required property var model
    required property url art
    readonly property bool good: model.score >= 3 || model.score === 0
    readonly property var tags: good ? ["clear", "quick", "friendly", "easy_to_find"] : ["unclear", "slow", "unfriendly", "hard_to_find"]

    title: qsTr("How was it today?")
    lead: qsTr("One touch is enough. Your name is not shown to the counter.")
    showSteps: false
    split: 0.36
    backText: qsTr("Skip")
    backHandler: () => model.skip()
    act: qsTr("Send my rating")
    actName: "rating.send"
    actEnabled: model.score > 0
    onActed: model.send()
    Column {
        width: parent.width
        spacing: Theme.s4
        Grid {
            id: levels
            columns: Theme.portrait ? 1 : 5
            width: parent.width
            spacing: Theme.s2
            Repeater {
                model: 5
                Pressable {
                    id: level
                    required property int index
                    readonly property int score: Theme.portrait ? 5 - index : index + 1
                    readonly property bool chosen: page.model.score === score
                    readonly property color fore: chosen ? Theme.primaryInk : Theme.ink
                    objectName: "rating." + score
                    text: Texts.rating(score)
                    Accessible.role: Accessible.RadioButton
                    Accessible.checked: chosen
                    width: (levels.width - (levels.columns - 1) * levels.spacing) / levels.columns
                    height: Theme.mm(Theme.portrait ? 40 : 84)
                    onClicked: page.model.scored(score)
                    background: Card {
                        fill: level.chosen ? Theme.primary : level.down ? Theme.primarySoft : Theme.surface
                        edge: level.chosen ? Theme.primary : Theme.lineStrong
                        edgeWidth: Theme.hair
                        FocusRing { on: level.visualFocus; radius: Theme.radiusL }
                    }
                    contentItem: Item {
                        Icon {
                            id: smile
                            name: "rate" + level.score
                            size: Theme.mm(Theme.portrait ? 24 : 30)
                            color: level.fore
                            x: Theme.portrait ? Theme.s4 : (parent.width - width) / 2
                            y: Theme.portrait ? (parent.height - height) / 2 : Theme.s3
                        }
                        Txt {
                            text: level.text
                            bold: true
                            role: Theme.portrait ? "title" : "body"
                            color: level.fore
                            horizontalAlignment: Theme.portrait ? Text.AlignLeft : Text.AlignHCenter
                            verticalAlignment: Text.AlignVCenter
                            x: Theme.portrait ? smile.x + smile.width + Theme.s4 : Theme.s1
                            width: parent.width - x - Theme.s1
                            y: Theme.portrait ? 0 : smile.y + smile.height
                            height: parent.height - y
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
        Txt {
            role: "title"
            width: parent.width
            text: page.good ? qsTr("What was good? (optional)") : qsTr("What was not good? (optional)")
        }
        Flow {
            width: parent.width
            spacing: Theme.s2
            Repeater {
                model: page.tags
                Btn {
                    required property string modelData
                    readonly property bool chosen: page.model.tags.indexOf(modelData) >= 0
                    objectName: "rating.tag." + modelData
                    kind: chosen ? "primary" : "secondary"
                    iconName: chosen ? "check" : ""
                    text: Texts.of(modelData)
                    Accessible.role: Accessible.CheckBox
                    Accessible.checked: chosen
                    onClicked: page.model.tag(modelData)
                }
            }
        }
    }
}
