// The welcome: the receding arches, one button, two languages.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

FocusScope {
    id: page
    required property var session
    required property var model
    required property url art
    readonly property bool tall: Theme.portrait

    Image {
        id: arcade
        visible: !Theme.high
        source: page.art + "arcade-" + (page.tall ? "portrait" : "landscape") + (Theme.dark ? "-dark" : "") + ".svg"
        width: page.tall ? page.width : Math.round(page.height * 1000 / 990)
        height: !page.tall ? page.height : page.height * (page.model.offerEnrol || Theme.elder ? 0.36 : 0.44)
        fillMode: Image.PreserveAspectCrop
        sourceSize: page.tall ? Qt.size(width, width * 1000 / 1080) : Qt.size(width, width * 1.08)
        Accessible.ignored: true
    }
    Rectangle {
        visible: arcade.visible
        color: Theme.brass
        x: page.tall ? 0 : arcade.width
        y: page.tall ? arcade.height : 0
        width: page.tall ? page.width : Theme.mm(1)
        height: page.tall ? Theme.mm(1) : page.height
    }
    Item { // held for three seconds it opens the staff's gate
        objectName: "attract.emblem"
        width: Theme.mm(34)
        height: Theme.mm(34)
        TapHandler {
            gesturePolicy: TapHandler.WithinBounds
            longPressThreshold: 3
            onLongPressed: page.model.staffGesture()
        }
    }
    Column {
        id: words
        x: page.tall || Theme.high ? Theme.margin : arcade.width + Theme.s6 * 1.1
        width: page.width - x - Theme.margin
        y: page.tall ? (Theme.high ? Theme.s6 * 2 : arcade.height + Theme.s5) : Math.max(Theme.s4, (page.height - height) / 2)
        spacing: Theme.s3
        Row {
            spacing: Theme.s2
            Icon { name: "arch"; color: Theme.primary; size: Theme.mm(13); anchors.verticalCenter: parent.verticalCenter }
            Txt { text: qsTr("Citizen Service Hall"); role: "title"; font.family: Theme.serif; anchors.verticalCenter: parent.verticalCenter }
        }
        Txt {
            role: "display"
            width: parent.width
            text: qsTr("Welcome.\nHow can we help?")
            Accessible.role: Accessible.Heading
        }
        Txt {
            role: "lead"
            width: parent.width
            color: Theme.ink2
            visible: !(Theme.elder && !page.tall && page.model.offerEnrol)
            text: qsTr("Look around first: you need not say who you are. The camera is off.")
        }
        Btn {
            objectName: "attract.begin"
            focus: true
            big: true
            enabled: page.model.ready
            width: parent.width
            text: page.model.ready ? qsTr("Touch to begin") : qsTr("One moment…")
            trailing: page.model.ready ? "right" : ""
            onClicked: page.model.begin()
        }
        Grid {
            id: languages
            columns: 2
            spacing: Theme.s2
            width: parent.width
            Repeater {
                model: [["zh_CN", "简体中文"], ["en", "English"]]
                Btn {
                    required property var modelData
                    objectName: "attract.language." + modelData[0]
                    kind: "secondary"
                    enabled: page.model.ready
                    text: modelData[1]
                    width: (languages.width - languages.spacing) / 2
                    onClicked: page.model.beginIn(modelData[0])
                }
            }
        }
        ChoiceCard {
            objectName: "attract.enrol"
            visible: page.model.offerEnrol
            width: parent.width
            iconName: "face"
            text: qsTr("Try it")
            note: qsTr("Enrol yourself as a demonstration citizen with this camera")
            onClicked: page.model.enrolDemonstration()
        }
    }
}
