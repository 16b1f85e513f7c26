// Settings: one row each; nothing counts until it is saved.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

Page {
    id: page
    required property var model

    title: qsTr("Settings")
    lead: qsTr("Changes take effect at the next start.")
    showSteps: false
    split: 0.3
    backHandler: () => model.openPage("home")
    act: qsTr("Save")
    actName: "staff.save"
    actIcon: "check"
    onActed: model.save()
    aside: Note {
        width: parent.width
        tone: page.model.error ? "danger" : "ok"
        text: Texts.of(page.model.error || page.model.message)
    }
    Column {
        id: list
        width: parent.width
        spacing: Theme.s3
        Repeater {
            model: page.model.settings.length
            SettingRow {
                required property int index
                width: list.width
                setting: page.model.settings[index] ?? ({ key: "", label: "", kind: "text", value: "" })
                onChanged: value => page.model.change(setting.key, value)
            }
        }
    }
}
