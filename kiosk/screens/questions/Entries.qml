// A list that the person makes themselves: add an entry, change one, take one away.
pragma ComponentBehavior: Bound
import QtQuick
import "../style"

Column {
    id: entries
    required property var question
    readonly property var model: question.model
    readonly property var rows: question.field.entries ?? []
    property string going // the entry that is about to be taken away

    function enter(): void { (add.visible ? add : rows.length ? listed.itemAt(0) : add).forceActiveFocus(Qt.TabFocusReason) }

    spacing: Theme.s3
    onRowsChanged: going = ""
    Card {
        visible: entries.rows.length > 0
        width: parent.width
        height: visible ? column.implicitHeight + pad * 2 : 0
        Column {
            id: column
            width: parent.width
            Repeater {
                id: listed
                model: entries.rows
                FocusScope {
                    id: row
                    required property var modelData
                    required property int index
                    readonly property bool going: entries.going === modelData.page
                    readonly property bool beside: !Theme.portrait && !Theme.elder
                    width: column.width
                    height: Math.max(words.height, beside ? tools.height : 0) + (beside ? 0 : tools.height + Theme.s1) + Theme.s2 * 2
                    Column {
                        id: words
                        y: Theme.s2
                        width: parent.width - (row.beside ? tools.width + Theme.s2 : 0)
                        Txt { width: parent.width; role: "title"; text: row.going ? qsTr("Remove %1?").arg(row.modelData.title) : row.modelData.title }
                        Txt { width: parent.width; text: row.modelData.summary ?? ""; color: Theme.ink2; visible: text !== "" }
                        Txt {
                            width: parent.width
                            text: row.modelData.error ?? ""
                            color: Theme.danger
                            bold: true
                            visible: text !== ""
                        }
                    }
                    Row {
                        id: tools
                        spacing: Theme.s2
                        anchors.right: parent.right
                        anchors.bottom: parent.bottom
                        anchors.bottomMargin: Theme.s2
                        Btn {
                            id: change
                            objectName: row.going ? "group.keep." + row.index : "group.change." + row.index
                            focus: true
                            kind: "secondary"
                            height: Theme.target
                            text: row.going ? qsTr("Keep it") : qsTr("Change")
                            Accessible.name: text + " " + row.modelData.title
                            onClicked: {
                                if (row.going) entries.going = ""
                                else entries.model.openEntry(row.modelData.page)
                            }
                        }
                        Btn {
                            objectName: "group.remove." + row.index
                            kind: row.going ? "danger" : "secondary"
                            height: Theme.target
                            text: row.going ? qsTr("Yes, remove it") : qsTr("Remove")
                            Accessible.name: text + " " + row.modelData.title
                            onClicked: {
                                if (row.going) entries.model.removeEntry(row.modelData.page)
                                else entries.going = row.modelData.page
                            }
                        }
                    }
                    Rule { visible: row.index < entries.rows.length - 1; anchors.bottom: parent.bottom }
                }
            }
        }
    }
    ChoiceCard {
        id: add
        objectName: "group.add"
        visible: entries.rows.length < (entries.question.field.most ?? 100000)
        width: parent.width
        height: Math.max(implicitHeight, Theme.mm(Theme.portrait ? 36 : 28))
        iconName: "plus"
        text: entries.rows.length ? qsTr("Add another: %1").arg(entries.question.field.entry) : qsTr("Add: %1").arg(entries.question.field.entry)
        onClicked: entries.model.addEntry()
    }
}
