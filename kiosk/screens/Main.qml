// The window: one page at a time between the top bar and the dock, and what may lie over it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Window
import "style"

Window {
    id: window
    required property var session
    required property var models
    required property url art
    required property string memory // a folder that is gone after a restart
    readonly property var files: ({
            "attract": "Attract", "enrol": "Enrol", "language": "Language", "consent": "Consent", "notice": "Notice",
            "who": "Who", "pin": "Pin", "phone": "Phone", "face": "Face", "stepUp": "StepUp", "hall": "Hall", "list": "ServiceList",
            "paused": "Paused", "resume": "Resume",
            "services": "ServiceList", "cases": "MyCases", "case": "MyCase", "data": "MyData", "documents": "MyDocuments", "coming": "Coming", "service": "Service", "question": "Question", "check": "Check",
            "sending": "Sending", "receipt": "Receipt", "rating": "Rating", "farewell": "Farewell",
            "staff": "Staff"
        })
    readonly property string wanted: session.screen + (session.screen === "question" ? "/" + models.question.page : "")
    readonly property bool framed: session.screen !== "attract"
    readonly property bool citizen: session.screen !== "staff"
    readonly property bool settled: pages.shown === wanted && !fade.running && pages.status === Loader.Ready
    readonly property int keyboardEdge: keyboard.visible ? keyboard.y : 0 // pixels from the top
    readonly property var page: pages.item
    readonly property string spoken: page ? [page.title, page.lead].filter(t => t).join(". ") : "" // what a voice reads
    property string panel: "" // "access", "language", "staff"

    function reveal(item) {
        for (let up = item.parent; up; up = up.parent)
            if (up.over === true && up.reveal) up.reveal(item)
    }

    width: 1280
    height: 720
    title: qsTr("Citizen Service Hall")
    color: Theme.bg

    Binding { target: Theme; property: "portrait"; value: window.height > window.width }
    Binding {
        target: Theme
        property: "pxPerMm"
        value: 3.6142 * (Theme.portrait ? Math.min(window.width / 1080, window.height / 1920)
            : Math.min(window.width / 1920, window.height / 1080))
    }
    Binding { target: Theme; property: "elder"; value: window.session.textSize === "elder" }
    Binding { target: Theme; property: "contrast"; value: window.session.contrast }
    Binding { target: Theme; property: "reducedMotion"; value: window.session.reducedMotion }
    Binding { target: Theme; property: "language"; value: window.session.language }

    onWantedChanged: { panel = ""; Qt.callLater(pages.show) }

    TopBar {
        id: top
        visible: window.framed
        width: parent.width
        session: window.session
        slate: !window.citizen
        heading: window.citizen ? "" : qsTr("Staff desk")
    }
    Loader {
        id: pages
        property string shown: ""
        function show(): void {
            if (shown === window.wanted) return
            shown = window.wanted
            opacity = Theme.calm > 0 ? 0 : 1
            const model = window.models[window.session.screen] ?? (window.session.screen === "list" ? window.models.services : null)
            setSource(window.files[window.session.screen] + ".qml", { session: window.session, model: model, art: window.art })
            if (Theme.calm > 0) fade.restart()
            forceActiveFocus(Qt.OtherFocusReason)
        }
        focus: true
        anchors.top: window.framed ? top.bottom : parent.top
        anchors.bottom: keyboard.visible ? keyboard.top : window.citizen ? banner.top : parent.bottom
        width: parent.width
        NumberAnimation { id: fade; target: pages; property: "opacity"; to: 1; duration: Theme.calm; easing.type: Easing.OutCubic }
        Component.onCompleted: show()
    }
    Rectangle { // a process is in trouble: said once, in one place, while the visit goes on
        id: banner
        width: parent.width
        anchors.bottom: dock.top
        height: window.session.trouble ? troubleText.implicitHeight + Theme.s3 : 0
        visible: height > 0
        color: Theme.warnSoft
        border.width: Theme.high ? Theme.stroke : 0
        border.color: Theme.warn
        Accessible.role: Accessible.AlertMessage
        Accessible.name: troubleText.text
        Icon { id: troubleIcon; name: "alert"; color: Theme.warn; x: Theme.margin; anchors.verticalCenter: parent.verticalCenter }
        Txt {
            id: troubleText
            anchors.left: troubleIcon.right
            anchors.leftMargin: Theme.s2
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            text: Texts.of(window.session.trouble)
            bold: true
            color: Theme.warn
            Accessible.ignored: true
        }
    }
    Dock {
        id: dock
        visible: window.citizen && !(keyboard.visible && Theme.elder && !Theme.portrait) // large letters need the room
        width: parent.width
        height: visible ? Theme.dock : 0
        anchors.bottom: parent.bottom
        session: window.session
        canLeave: window.framed && window.session.screen !== "farewell"
        openUntil: window.session.screen === "attract" && window.models.attract.openUntil
            ? qsTr("Open today until %1").arg(window.models.attract.openUntil) : ""
        onAccessAsked: window.panel = "access"
        onLanguageAsked: window.panel = "language"
        onStaffAsked: { window.panel = "staff"; window.session.staffCalled() }
    }
    Rectangle {
        anchors.fill: keyboard
        anchors.leftMargin: -keyboard.x
        anchors.rightMargin: -keyboard.x
        visible: keyboard.visible
        color: Theme.sunken
        Rectangle { width: parent.width; height: Theme.hair; color: Theme.line }
    }
    Loader {
        id: keyboard
        readonly property var typing: window.activeFocusItem
        readonly property bool needed: !!typing && typing.wantsKeyboard === true
        onNeededChanged: if (needed && source.toString() === "") setSource("Keyboard.qml", { session: window.session, memory: window.memory })
        readonly property var panel: item
        width: Math.min(parent.width, Theme.mm(Theme.portrait ? 299 : 320))
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: dock.top
        visible: needed && !!panel && panel.active
    }
    Toast {
        id: toast
        readonly property string wanted: window.session.toast.textId ?? ""
        property string said
        text: Texts.of(said)
        iconName: window.session.toast.kind === "warn" ? "alert" : "okring"
        visible: said !== ""
        width: Math.min(implicitWidth, parent.width - Theme.margin * 2)
        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.bar + Theme.s4
        Timer { id: toastTime; interval: 5000; onTriggered: toast.said = "" }
        Connections {
            target: window.session
            function onToastChanged() { toast.said = toast.wanted; toastTime.restart() }
        }
    }
    Panels {
        anchors.fill: parent
        session: window.session
        panel: window.panel
        onClosed: { window.panel = ""; pages.forceActiveFocus(Qt.OtherFocusReason) }
    }
    IdleDialog {
        session: window.session
        visible: window.session.idleSeconds > 0
        onVisibleChanged: if (!visible) pages.forceActiveFocus(Qt.OtherFocusReason)
    }
}
