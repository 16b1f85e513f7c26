// Language and voice, before anything else.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

Page {
    id: page
    required property var model
    required property url art

    title: qsTr("Choose your language")
    lead: Theme.language === "en" ? "请选择语言  ·  You can change it at any time." : "Choose your language  ·  随时可以更改。"
    act: qsTr("Continue")
    actName: "language.continue"
    onActed: model.continue_()
    Column {
        width: parent.width
        spacing: Theme.s4
        Grid {
            id: languages
            columns: 2
            spacing: Theme.s2
            width: parent.width
            Repeater {
                model: [["zh_CN", "简体中文"], ["en", "English"]]
                ChoiceCard {
                    required property var modelData
                    objectName: "language." + modelData[0]
                    mark: "radio"
                    text: modelData[1]
                    chosen: page.session.language === modelData[0]
                    width: (languages.width - languages.spacing) / 2
                    height: Math.max(implicitHeight, Theme.mm(Theme.portrait ? 46 : 38))
                    onClicked: page.model.choose(modelData[0])
                }
            }
        }
        Item { width: 1; height: Theme.s1 }
        Txt { role: "h2"; width: parent.width; text: qsTr("Should the screen speak to you?") }
        Grid {
            id: voices
            columns: 2
            spacing: Theme.s2
            width: parent.width
            Repeater {
                model: [true, false]
                ChoiceCard {
                    required property bool modelData
                    objectName: "language.voice." + (modelData ? "on" : "off")
                    mark: "radio"
                    iconName: modelData ? "voice" : "mute"
                    text: modelData ? qsTr("Yes, speak") : qsTr("No voice")
                    chosen: page.session.voice === modelData
                    width: (voices.width - voices.spacing) / 2
                    height: Math.max(implicitHeight, Theme.mm(Theme.portrait ? 46 : 38))
                    onClicked: page.session.voiceChosen(modelData)
                }
            }
        }
        Txt {
            width: parent.width
            color: Theme.ink2
            text: qsTr("Large text, high contrast and less movement are under Accessibility, below.")
        }
    }
}
