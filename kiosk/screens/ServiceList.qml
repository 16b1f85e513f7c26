// The same services as in the hall, as a flat list.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

Page {
    id: page
    required property var model
    required property url art

    title: model.departmentFilter || qsTr("All services")
    lead: model.departmentFilter ? "" : qsTr("Everything in the hall is here too.")
    split: 0.34
    showSteps: false
    backText: qsTr("Back to the hall")
    backHandler: () => model.showHall()
    aside: [
        Btn {
            objectName: "services.cases"
            kind: "secondary"
            iconName: "doc"
            text: qsTr("My applications")
            onClicked: page.model.showCases()
        },
        Btn {
            objectName: "services.all"
            visible: page.model.departmentFilter !== ""
            kind: "quiet"
            text: qsTr("Show all services")
            onClicked: page.model.allDepartments()
        }
    ]
    Column {
        id: body
        width: parent.width
        spacing: Theme.s3
        Entry {
            objectName: "services.search"
            width: parent.width
            wantsKeyboard: true
            placeholderText: qsTr("What do you need?")
            Accessible.name: placeholderText
            text: page.model.query
            onTyped: text => page.model.searchChanged(text)
        }
        NoticeCard {
            width: parent.width
            notices: page.model.notices
        }
        Note {
            width: parent.width
            text: page.model.groups.length === 0 ? qsTr("Nothing found. Try another word, or show all services.") : ""
        }
        Repeater {
            model: page.model.groups
            Column {
                id: group
                required property var modelData
                width: body.width
                spacing: Theme.s2
                topPadding: Theme.s1
                Row {
                    spacing: Theme.s2
                    Plate { id: sign; visible: group.modelData.counter > 0; number: group.modelData.counter; tone: group.modelData.colour; size: Theme.mm(Theme.elder ? 15 : 12) }
                    Txt {
                        role: "title"
                        text: group.modelData.department
                        width: group.width - (sign.visible ? sign.width + Theme.s2 : 0)
                        anchors.verticalCenter: parent.verticalCenter
                        Accessible.role: Accessible.Heading
                    }
                }
                Grid {
                    id: grid
                    width: parent.width
                    columns: Theme.portrait || Theme.elder ? 1 : 2
                    spacing: Theme.s2
                    Repeater {
                        model: group.modelData.services
                        ServiceCard {
                            required property var modelData
                            objectName: "services.service." + modelData.id
                            width: (grid.width - (grid.columns - 1) * grid.spacing) / grid.columns
                            text: modelData.title
                            note: modelData.note || ""
                            onClicked: page.model.open(modelData.id)
                        }
                    }
                }
            }
        }
    }
}
