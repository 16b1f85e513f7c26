// What the dock opens over any screen: accessibility, language, and the call for staff.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

Item {
    id: panels
    required property var session
    property string panel
    signal closed

    component Choices: Grid {
        width: parent.width
        columns: 2
        spacing: Theme.s2
        readonly property real cell: (width - spacing * (columns - 1)) / columns
    }
    component Choice: ChoiceCard {
        readonly property Choices among: parent as Choices
        mark: "radio"
        width: among ? among.cell : 0
    }
    component Heading: Txt {
        role: "h1"
        width: parent.width
        Accessible.role: Accessible.Heading
    }
    component Close: Btn {
        width: parent.width
        text: qsTr("Done")
        trailing: "check"
        onClicked: panels.closed()
    }

    DialogBox {
        visible: panels.panel === "access"
        heading: accessHeading.text
        onDismissed: panels.closed()
        boxWidth: Math.min(width - Theme.s4 * 2, Theme.mm(Theme.portrait ? 280 : 400))
        Heading { id: accessHeading; text: qsTr("Make this easier to use") }
        Choices {
            Choice { objectName: "access.text.normal"; focus: true; iconName: "text"; text: qsTr("Normal text"); chosen: panels.session.textSize === "normal"; onClicked: panels.session.textSizeChosen("normal") }
            Choice { objectName: "access.text.elder"; iconName: "text"; text: qsTr("Large text"); chosen: panels.session.textSize === "elder"; onClicked: panels.session.textSizeChosen("elder") }
        }
        Choices {
            columns: Theme.portrait && Theme.elder ? 1 : 3
            Choice { objectName: "access.contrast.light"; text: qsTr("Light"); chosen: panels.session.contrast === "light"; onClicked: panels.session.contrastChosen("light") }
            Choice { objectName: "access.contrast.dark"; text: qsTr("Dark"); chosen: panels.session.contrast === "dark"; onClicked: panels.session.contrastChosen("dark") }
            Choice { objectName: "access.contrast.high"; text: qsTr("High contrast"); chosen: panels.session.contrast === "high"; onClicked: panels.session.contrastChosen("high") }
        }
        Choices {
            columns: Theme.portrait && Theme.elder ? 1 : 2
            Choice { objectName: "access.voice"; mark: "check"; iconName: "voice"; text: qsTr("Speak to me"); chosen: panels.session.voice; onClicked: panels.session.voiceChosen(!panels.session.voice) }
            Choice { objectName: "access.motion"; mark: "check"; iconName: "walk"; text: qsTr("Less movement"); chosen: panels.session.reducedMotion; onClicked: panels.session.motionChosen(!panels.session.reducedMotion) }
        }
        Close { objectName: "access.done" }
    }
    DialogBox {
        visible: panels.panel === "language"
        heading: "Language 语言"
        onDismissed: panels.closed()
        Heading { text: "Language  ·  语言" }
        Choices {
            Choice { objectName: "panel.zh_CN"; focus: true; text: "简体中文"; chosen: panels.session.language === "zh_CN"; onClicked: panels.session.languageChosen("zh_CN") }
            Choice { objectName: "panel.en"; text: "English"; chosen: panels.session.language === "en"; onClicked: panels.session.languageChosen("en") }
        }
        Close { objectName: "panel.done" }
    }
    DialogBox {
        visible: panels.panel === "staff"
        heading: staffHeading.text
        onDismissed: panels.closed()
        Row {
            width: parent.width
            spacing: Theme.s3
            Icon { id: bell; name: "bell"; size: Theme.mm(18); color: Theme.primary }
            Heading { id: staffHeading; width: parent.width - bell.width - Theme.s3; text: qsTr("Ask a member of staff") }
        }
        Txt {
            role: "lead"
            width: parent.width
            color: Theme.ink2
            text: qsTr("They are at the information desk and help with everything that this screen offers. Your visit stays open until it times out.")
        }
        Close { objectName: "staffcall.done"; focus: true; text: qsTr("Go on") }
    }
}
