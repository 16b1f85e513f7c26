// A long list to choose from: searched by what one types, turned page by page.
pragma ComponentBehavior: Bound
import QtQuick
import "../style"

Column {
    id: picker
    required property var question
    readonly property string name: question.field.name ?? ""
    readonly property bool many: question.kind === "several"
    readonly property var list: question.model.lists[name] ?? null
    readonly property var held: many ? question.value ?? [] : question.value ? [question.value] : []
    readonly property int row: Theme.target + Theme.s1
    readonly property real rest: search.height + turn.height + spacing * 2 + (chosen.visible ? chosen.height + spacing : 0)

    function enter(): void { search.forceActiveFocus(Qt.TabFocusReason) }
    function turnBy(way: int): void {
        const at = view.indexAt(view.width / 2, view.contentY + (way > 0 ? view.height - Theme.s2 : Theme.s2))
        if (at < 0) return
        view.positionViewAtIndex(at, way > 0 ? ListView.Beginning : ListView.End)
        view.currentIndex = at
    }

    spacing: Theme.s2
    Flow { // what is chosen stays in sight, whatever is searched for
        id: chosen
        visible: picker.held.length > 0
        width: parent.width
        spacing: Theme.s2
        Repeater {
            model: picker.held
            Btn {
                required property var modelData
                objectName: "question.chosen." + picker.name + "." + modelData
                kind: "secondary"
                iconName: "check"
                trailing: picker.many ? "x" : ""
                width: Math.min(implicitWidth, chosen.width)
                text: picker.list?.labelOf(modelData) ?? ""
                Accessible.description: picker.many ? qsTr("Chosen. Press to take it away.") : qsTr("Chosen")
                onClicked: if (picker.many) picker.question.choose(modelData); else picker.enter()
            }
        }
    }
    Entry {
        id: search
        objectName: "question.search." + picker.name
        width: parent.width
        wantsKeyboard: true
        wrong: picker.question.error !== ""
        leftPadding: Theme.s3 + Theme.icon + Theme.s2
        placeholderText: qsTr("Search in the list")
        Accessible.name: [picker.question.field.label, placeholderText].join(", ")
        description: picker.question.error || picker.question.hint
        onTyped: text => picker.list.seek(text)
        onActiveFocusChanged: if (activeFocus) picker.question.entered(search)
        Keys.onDownPressed: view.forceActiveFocus(Qt.TabFocusReason)
        Icon { name: "search"; color: Theme.ink2; x: Theme.s3; anchors.verticalCenter: parent.verticalCenter }
    }
    Card {
        width: parent.width
        height: Math.max(picker.row * 2, picker.question.spare > 0 ? picker.question.spare - picker.rest : picker.row * 4)
        pad: Theme.hair
        edge: picker.question.error ? Theme.danger : Theme.lineStrong
        edgeWidth: picker.question.error ? Theme.thick : Theme.stroke
        FocusRing { on: view.activeFocus; radius: Theme.radiusL }
        ListView {
            id: view
            readonly property var current: currentItem
            objectName: "question.list." + picker.name
            anchors.fill: parent
            clip: true
            model: picker.list
            boundsBehavior: Flickable.StopAtBounds
            activeFocusOnTab: true
            keyNavigationEnabled: true
            highlightMoveDuration: 0
            Accessible.role: Accessible.List
            Accessible.name: picker.question.field.label ?? ""
            Keys.onReturnPressed: if (current) current.click()
            Keys.onSpacePressed: if (current) current.click()
            Connections {
                target: picker.list
                function onFound() { view.positionViewAtBeginning(); view.currentIndex = 0 }
            }
            delegate: Pressable {
                id: option
                required property int index
                required property string value
                required property string label
                readonly property bool held: picker.held.indexOf(value) >= 0
                objectName: "question.choice." + picker.name + "." + value
                width: view.width
                height: Math.max(picker.row, words.implicitHeight + Theme.s2)
                activeFocusOnTab: false
                text: label
                Accessible.role: picker.many ? Accessible.CheckBox : Accessible.RadioButton
                Accessible.checkable: true
                Accessible.checked: held
                onClicked: picker.question.choose(value)
                background: Rectangle {
                    color: option.held || option.down ? Theme.primarySoft : "transparent"
                    border.width: ListView.isCurrentItem && view.activeFocus ? Theme.thick : 0
                    border.color: Theme.primary
                }
                contentItem: Item {
                    Txt {
                        id: words
                        text: option.label
                        role: "lead"
                        bold: option.held
                        anchors.left: parent.left
                        anchors.leftMargin: Theme.s3
                        anchors.right: mark.left
                        anchors.rightMargin: Theme.s2
                        anchors.verticalCenter: parent.verticalCenter
                        Accessible.ignored: true
                    }
                    Icon {
                        id: mark
                        name: option.held ? "check" : ""
                        color: Theme.primary
                        anchors.right: parent.right
                        anchors.rightMargin: Theme.s3
                        anchors.verticalCenter: parent.verticalCenter
                    }
                    Rule { visible: option.index > 0; anchors.top: parent.top }
                }
            }
            Txt {
                visible: view.count === 0
                width: parent.width - Theme.s3 * 2
                x: Theme.s3
                y: Theme.s3
                color: Theme.ink2
                text: qsTr("Nothing found. Try another word.")
            }
        }
    }
    Item {
        id: turn
        width: parent.width
        height: Theme.target
        Btn {
            objectName: "question.up." + picker.name
            kind: "secondary"
            width: Theme.target * 1.6
            height: parent.height
            iconName: "up"
            enabled: !view.atYBeginning
            Accessible.name: qsTr("Up the list")
            onClicked: picker.turnBy(-1)
        }
        Txt {
            anchors.centerIn: parent
            text: qsTr("%1 of %2").arg(view.count.toLocaleString(Qt.locale("en"), "f", 0)).arg((picker.list?.total ?? 0).toLocaleString(Qt.locale("en"), "f", 0))
            color: Theme.ink2
        }
        Btn {
            objectName: "question.down." + picker.name
            kind: "secondary"
            width: Theme.target * 1.6
            height: parent.height
            anchors.right: parent.right
            iconName: "down"
            enabled: !view.atYEnd
            Accessible.name: qsTr("Down the list")
            onClicked: picker.turnBy(1)
        }
    }
}
