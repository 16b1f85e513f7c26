// The keyboard's look: stone keys as large as every other target, candidates to read from a metre.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Styles
import "../../../../../style"

KeyboardStyle {
    id: look

    keyboardDesignWidth: 2560
    keyboardDesignHeight: 800
    keyboardDesignMaximumHeight: 800
    keyboardRelativeLeftMargin: 0.004
    keyboardRelativeRightMargin: 0.004
    keyboardRelativeTopMargin: 0.01
    keyboardRelativeBottomMargin: 0.01
    keyboardBackground: Rectangle { color: Theme.sunken }

    keyPanel: StoneKey { letters: control.displayText }
    backspaceKeyPanel: StoneKey { iconName: "delete"; quiet: true }
    languageKeyPanel: StoneKey { iconName: "globe"; quiet: true }
    enterKeyPanel: StoneKey { iconName: "check"; quiet: true }
    hideKeyPanel: StoneKey { iconName: "down"; quiet: true }
    shiftKeyPanel: StoneKey {
        iconName: "up"
        quiet: true
        lit: InputContext.shiftActive || InputContext.capsLockActive
    }
    spaceKeyPanel: StoneKey { letters: Theme.language === "en" ? "English" : "简体中文"; quiet: true }
    symbolKeyPanel: StoneKey { letters: control.displayText; quiet: true }
    modeKeyPanel: StoneKey { letters: control.displayText; quiet: true; lit: key.mode === true }
    handwritingKeyPanel: StoneKey { iconName: "edit"; quiet: true }

    characterPreviewDelegate: Item {
        id: preview
        property string text
        property string flickLeft
        property string flickTop
        property string flickRight
        property string flickBottom
        Card {
            anchors.fill: parent
            edge: Theme.primary
            edgeWidth: Theme.stroke
            pad: 0
            Txt { anchors.centerIn: parent; text: preview.text; role: "h2" }
        }
    }
    alternateKeysListItemWidth: Theme.target
    alternateKeysListItemHeight: Theme.target
    alternateKeysListDelegate: Item {
        required property string text
        width: look.alternateKeysListItemWidth
        height: look.alternateKeysListItemHeight
        Txt { anchors.centerIn: parent; text: parent.text; role: "title" }
    }
    alternateKeysListHighlight: Rectangle { color: Theme.primarySoft; radius: Theme.radius }
    alternateKeysListBackground: Card {}

    selectionListHeight: Theme.target
    selectionListDelegate: StoneItem {
        required property string display
        words: display
    }
    selectionListBackground: Rectangle { color: Theme.surface }
    selectionListHighlight: Rectangle { color: Theme.primarySoft }
    popupListDelegate: StoneItem {
        required property string display
        words: display
    }
    popupListBackground: Card {}
    popupListHighlight: Rectangle { color: Theme.primarySoft }
    languageListDelegate: StoneItem {
        required property string displayName
        words: displayName
    }
    languageListBackground: Card {}
    languageListHighlight: Rectangle { color: Theme.primarySoft }
    navigationHighlight: FocusRing { on: true }
}
