"""The few words that the hall itself shows, in each of its languages."""

TITLE = {"zh_CN": "市民服务中心", "en": "Citizen Service Hall"}
INFORMATION = {"zh_CN": "咨询台", "en": "Information"}
QUEUE = {"zh_CN": "正在办理", "en": "Now serving"}
SERVING = {"zh_CN": "叫号", "en": "Number"}
WAITING = {"zh_CN": "等候", "en": "Waiting"}
PEOPLE = {"zh_CN": "{} 人", "en": "{}"}
WELCOME = {"zh_CN": "欢迎光临", "en": "Welcome"}


def other(language: str) -> str:
    """The language that comes second on a sign."""
    return "en" if language == "zh_CN" else "zh_CN"
