// One setting, by its kind.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

Item {
    id: row
    property var setting
    readonly property var choices: setting.kind === "yes_no" ? [{ value: true, label: qsTr("Yes") }, { value: false, label: qsTr("No") }] : setting.choices ?? []
    readonly property bool listed: setting.kind === "choice" || setting.kind === "yes_no"
    readonly property bool wide: !Theme.portrait && !Theme.elder
    signal changed(value: var)

    implicitHeight: wide ? Math.max(label.implicitHeight, place.implicitHeight) : label.implicitHeight + Theme.s1 + place.implicitHeight
    Txt {
        id: label
        text: Texts.of(row.setting.label)
        bold: true
        width: row.wide ? row.width * 0.36 : row.width
        y: row.wide ? Math.max(0, (Theme.target - implicitHeight) / 2) : 0
    }
    Column {
        id: place
        x: row.wide ? row.width * 0.38 : 0
        y: row.wide ? 0 : label.implicitHeight + Theme.s1
        width: row.width - x
        Entry {
            objectName: "staff.setting." + row.setting.key
            visible: !row.listed
            width: parent.width
            height: visible ? Theme.target : 0
            font.pixelSize: Theme.body
            wantsKeyboard: row.setting.kind === "text"
            Accessible.name: label.text
            Component.onCompleted: show(String(row.setting.value ?? ""))
            onTyped: text => row.changed(text)
        }
        Flow {
            visible: row.listed
            width: parent.width
            height: visible ? implicitHeight : 0
            spacing: Theme.s1
            Repeater {
                model: row.listed ? row.choices.length : 0
                Btn {
                    required property int index
                    readonly property var choice: row.choices[index] ?? ({ value: "", label: "" })
                    readonly property bool chosen: row.setting.value === choice.value
                    objectName: "staff.setting." + row.setting.key + "." + choice.value
                    kind: chosen ? "primary" : "secondary"
                    iconName: chosen ? "check" : ""
                    height: Theme.target
                    text: Texts.of(String(choice.label))
                    Accessible.role: Accessible.RadioButton
                    Accessible.checked: chosen
                    onClicked: row.changed(choice.value)
                }
            }
        }
    }
}
