// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/settings.h"

#include "app/core/journaltemplate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QUrl>

#include <algorithm>
#include <optional>

namespace companion {

using namespace Qt::StringLiterals;

const QList<SettingSpec>& settingSpecs()
{
    using enum SettingKind;
    static const QStringList directions{u"inbound"_s, u"outbound"_s, u"internal"_s};
    static const QStringList objects{u"Contact"_s, u"Lead"_s, u"Account"_s};
    static const QList<SettingSpec> specs{
        {u"integration.enabled"_s, Boolean, u"true"_s},
        {u"pbx.kind"_s, Choice, u"cloudone"_s, {u"cloudone"_s, u"asterisk"_s}},
        {u"pbx.url"_s, Url, {}},
        {u"pbx.clientId"_s, Text, {}},
        {u"pbx.extension"_s, Text, {}},
        {u"pbx.caFile"_s, FilePath, {}},
        {u"pbx.asterisk.technology"_s, Text, u"PJSIP"_s},
        {u"pbx.asterisk.context"_s, Text, u"from-internal"_s},
        {u"numbers.region"_s, Text, {}},
        {u"numbers.areaCode"_s, Text, {}},
        {u"numbers.outsidePrefix"_s, Text, {}},
        {u"numbers.extensionLengths"_s, DigitRange, u"3-5"_s},
        {u"salesforce.loginUrl"_s, Url, u"https://login.salesforce.com"_s},
        {u"salesforce.clientId"_s, Text, {}},
        {u"salesforce.redirectPorts"_s, Ports, u"53682,53683,53684"_s},
        {u"popup.method"_s, Choice, u"automatic"_s, {u"automatic"_s, u"manual"_s, u"off"_s}},
        {u"popup.trigger"_s, Choice, u"ringing"_s, {u"ringing"_s, u"answered"_s, u"callEnd"_s}},
        {u"popup.directions"_s, List, u"inbound"_s, directions},
        {u"popup.whenSeveral"_s, Choice, u"ask"_s, {u"ask"_s, u"newest"_s, u"searchPage"_s}},
        {u"card.show"_s, Boolean, u"true"_s},
        {u"card.corner"_s,
         Choice,
         u"bottomRight"_s,
         {u"topLeft"_s, u"topRight"_s, u"bottomLeft"_s, u"bottomRight"_s}},
        {u"card.keepSeconds"_s, Integer, u"20"_s},
        {u"crm.objects"_s, List, u"Contact,Lead,Account"_s, objects},
        {u"crm.alwaysQuery"_s, Boolean, u"false"_s},
        {u"sync.enabled"_s, Boolean, u"false"_s},
        {u"sync.objects"_s, List, u"Contact"_s, objects},
        {u"sync.phonebook"_s, Text, u"Salesforce_CRM_Synchronization"_s},
        {u"sync.target"_s, Choice, u"local"_s, {u"local"_s, u"pbx"_s}},
        {u"create.enabled"_s, Boolean, u"false"_s},
        {u"create.object"_s, Choice, u"Contact"_s, {u"Contact"_s, u"Lead"_s}},
        {u"create.method"_s, Choice, u"manual"_s, {u"manual"_s, u"automatic"_s}},
        {u"create.callTypes"_s, List, u"inbound,outbound"_s, {u"inbound"_s, u"outbound"_s}},
        {u"journal.enabled"_s, Boolean, u"true"_s},
        {u"journal.subject"_s, Text, u"Extension Call"_s},
        {u"journal.description"_s, Text,
         u"Call: {{.Time}} {{.Call_Log_Status}} from {{.Call_From}} to {{.Call_To}} {{.Talk_Duration}}"_s},
        {u"journal.skipMissedInUnansweredAgents"_s, Boolean, u"false"_s},
        {u"journal.wrapUpSeconds"_s, Integer, u"0"_s},
        {u"journal.writer"_s, Choice, u"companion"_s, {u"companion"_s, u"pbx"_s}},
        {u"journal.recordingLink"_s, Choice, u"player"_s, {u"player"_s, u"url"_s, u"none"_s}},
        {u"journal.recordingUrl"_s, Text, {}},
        {u"dial.confirmLinks"_s, Choice, u"unknown"_s, {u"unknown"_s, u"always"_s, u"never"_s}},
        {u"dial.hotkey"_s, Text, {}},
        {u"card.hotkey"_s, Text, {}},
        {u"privacy.maskNumbers"_s, Boolean, u"false"_s},
        {u"ui.language"_s, Text, u"system"_s},
        {u"ui.theme"_s, Choice, u"system"_s, {u"system"_s, u"light"_s, u"dark"_s}},
        {u"app.autostart"_s, Boolean, u"false"_s},
    };
    return specs;
}

const SettingSpec* findSetting(const QString& key)
{
    const auto& specs = settingSpecs();
    const auto found = std::find_if(specs.cbegin(), specs.cend(),
                                    [&key](const SettingSpec& spec) { return spec.key == key; });
    return found == specs.cend() ? nullptr : &*found;
}

QStringList crmIntegrationKeys()
{
    static const QStringList groups{u"integration."_s, u"salesforce."_s, u"crm."_s,
                                    u"sync."_s,        u"create."_s,     u"journal."_s};
    QStringList keys;
    for (const auto& spec : settingSpecs())
        if (std::any_of(groups.cbegin(), groups.cend(),
                        [&spec](const QString& group) { return spec.key.startsWith(group); }))
            keys.append(spec.key);
    return keys;
}

namespace {

    Error refuse(const QString& key, const QString& expected)
    {
        return {Error::Kind::Rejected, u"“%1” takes %2."_s.arg(key, expected)};
    }

    //! A list as JSON array or comma-separated, as its items; nothing for a broken array.
    std::optional<QStringList> listItems(const QString& value)
    {
        QStringList items;
        if (value.trimmed().startsWith(u'[')) {
            const auto document = QJsonDocument::fromJson(value.toUtf8());
            if (!document.isArray())
                return {};
            const auto array = document.array();
            for (const auto& item : array)
                items.append(item.toVariant().toString());
        } else {
            items = value.split(u',');
        }
        for (auto& item : items)
            item = item.trimmed();
        items.removeAll(QString());
        items.removeDuplicates();
        return items;
    }

    QString spelledAs(const QStringList& allowed, const QString& value)
    {
        for (const auto& choice : allowed)
            if (choice.compare(value, Qt::CaseInsensitive) == 0)
                return choice;
        return {};
    }

    Result<QString> checkList(const SettingSpec& spec, const QString& value)
    {
        QStringList checked;
        const auto items = listItems(value);
        if (!items)
            return refuse(spec.key, u"a list of "_s + spec.allowed.join(u", "_s));
        for (const auto& item : *items) {
            const QString spelled = spelledAs(spec.allowed, item);
            if (spelled.isEmpty())
                return refuse(spec.key, u"a list of "_s + spec.allowed.join(u", "_s));
            checked.append(spelled);
        }
        if (checked.isEmpty() && spec.key.endsWith(".objects"_L1)) // nothing could be found
            return refuse(spec.key, u"at least one of "_s + spec.allowed.join(u", "_s));
        return checked.join(u',');
    }

    Result<QString> checkPorts(const SettingSpec& spec, const QString& value)
    {
        const auto items = listItems(value).value_or(QStringList());
        for (const auto& item : items) {
            bool isNumber = false;
            const int port = item.toInt(&isNumber);
            if (!isNumber || port < 1 || port > 65535)
                return refuse(spec.key, u"a list of port numbers, such as 53682,53683"_s);
        }
        if (items.isEmpty())
            return refuse(spec.key, u"at least one port number"_s);
        return items.join(u',');
    }

    Result<QString> checkDigitRange(const SettingSpec& spec, const QString& value)
    {
        const auto ends = value.split(u'-');
        const int least = ends.constFirst().trimmed().toInt();
        const int most = ends.constLast().trimmed().toInt();
        if (ends.size() > 2 || least < 1 || most < least || most > 15)
            return refuse(spec.key, u"a number of digits or a range of them, such as 3-5"_s);
        return least == most ? QString::number(least) : u"%1-%2"_s.arg(least).arg(most);
    }

    Result<QString> checkTemplate(const SettingSpec& spec, const QString& value)
    {
        const auto parsed = JournalTemplate::parse(value);
        if (!parsed)
            return Error{
                Error::Kind::Rejected,
                u"“%1” cannot be read at %2."_s.arg(spec.key, parsed.error().detail.simplified())};
        if (spec.key != "journal.recordingUrl"_L1 || value.trimmed().isEmpty())
            return value;
        QHash<QString, QString> filled;
        for (const auto& name : JournalTemplate::variables())
            filled.insert(name, u"1"_s);
        const QUrl url(parsed->render(filled).trimmed(), QUrl::StrictMode);
        const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
        return url.isValid() && isWeb && !url.host().isEmpty()
            ? Result<QString>(value)
            : refuse(spec.key, u"a web address, such as https://pbx.example.com/{{.Recording}}"_s);
    }

    Result<QString> checkText(const SettingSpec& spec, const QString& value)
    {
        static const QStringList templates{u"journal.subject"_s, u"journal.description"_s,
                                           u"journal.recordingUrl"_s};
        if (templates.contains(spec.key))
            return checkTemplate(spec, value);
        if (spec.key == "numbers.region"_L1 && !value.isEmpty()) {
            const QString code = value.toUpper() == "UK"_L1 ? u"GB"_s : value.toUpper();
            const bool isKnown =
                code.size() == 2 && QLocale::codeToTerritory(code) != QLocale::AnyTerritory;
            return isKnown
                ? Result<QString>(code)
                : refuse(spec.key, u"a country's code of two letters, such as US or DE"_s);
        }
        const bool isPrefix = spec.key == "numbers.outsidePrefix"_L1;
        if (isPrefix || spec.key == "numbers.areaCode"_L1)
            for (const QChar c : value)
                if ((c < u'0' || c > u'9') && !(isPrefix && (c == u'*' || c == u'#')))
                    return refuse(spec.key, u"digits only"_s);
        return value;
    }

    Result<QString> checkUrl(const SettingSpec& spec, const QString& value)
    {
        if (value.isEmpty())
            return value;
        const QUrl url(value.contains("://"_L1) ? value : "https://"_L1 + value);
        const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
        if (!url.isValid() || url.host().isEmpty() || !isWeb)
            return refuse(spec.key, u"a web address, such as https://pbx.example.com"_s);
        return value;
    }

} // namespace

Result<QString> checkSetting(const QString& key, const QString& value)
{
    const auto* spec = findSetting(key);
    if (!spec)
        return Error{Error::Kind::NotFound,
                     u"There is no setting “%1”. See settings list."_s.arg(key.left(80))};
    const QString trimmed = value.trimmed();
    switch (spec->kind) {
    case SettingKind::Boolean: {
        const QString lower = trimmed.toLower();
        if (lower == "true"_L1 || lower == "1"_L1 || lower == "yes"_L1 || lower == "on"_L1)
            return u"true"_s;
        if (lower == "false"_L1 || lower == "0"_L1 || lower == "no"_L1 || lower == "off"_L1)
            return u"false"_s;
        return refuse(key, u"true or false"_s);
    }
    case SettingKind::Integer: {
        bool isNumber = false;
        const int number = trimmed.toInt(&isNumber);
        if (!isNumber || number < 0 || number > 86400)
            return refuse(key, u"a number of seconds from 0 to 86400"_s);
        return QString::number(number);
    }
    case SettingKind::Choice: {
        const QString spelled = spelledAs(spec->allowed, trimmed);
        return spelled.isEmpty() ? refuse(key, u"one of "_s + spec->allowed.join(u", "_s))
                                 : Result<QString>(spelled);
    }
    case SettingKind::List:
        return checkList(*spec, trimmed);
    case SettingKind::Ports:
        return checkPorts(*spec, trimmed);
    case SettingKind::DigitRange:
        return checkDigitRange(*spec, trimmed);
    case SettingKind::Url:
        return checkUrl(*spec, trimmed);
    case SettingKind::Text:
        return checkText(*spec, spec->key.startsWith("journal."_L1) ? value : trimmed);
    case SettingKind::FilePath:
        return trimmed;
    }
    return trimmed;
}

QString SettingLayers::value(const QString& key) const
{
    for (const auto* layer : {&enforced, &user, &policyDefaults}) {
        const auto at = layer->constFind(key);
        if (at == layer->cend())
            continue;
        if (const auto checked = checkSetting(key, *at))
            return *checked;
    }
    const auto* spec = findSetting(key);
    return spec ? spec->defaultValue : QString();
}

SettingOrigin SettingLayers::origin(const QString& key) const
{
    const auto holds = [&key](const QHash<QString, QString>& layer) {
        return layer.contains(key) && checkSetting(key, layer.value(key)).has_value();
    };
    if (holds(enforced))
        return SettingOrigin::Enforced;
    if (holds(user))
        return SettingOrigin::User;
    return holds(policyDefaults) ? SettingOrigin::PolicyDefault : SettingOrigin::BuiltIn;
}

namespace {

    //! Reads typed values off the layers, one line a key.
    class Reader
    {
    public:
        explicit Reader(const SettingLayers& layers) : m_layers(layers) {}

        [[nodiscard]] QString text(QLatin1StringView key) const
        {
            return m_layers.value(QString(key));
        }
        [[nodiscard]] bool flag(QLatin1StringView key) const { return text(key) == "true"_L1; }
        [[nodiscard]] int number(QLatin1StringView key) const { return text(key).toInt(); }
        [[nodiscard]] QStringList list(QLatin1StringView key) const
        {
            return text(key).split(u',', Qt::SkipEmptyParts);
        }
        //! The value's place among the choices: the enums are declared in the same order.
        template <typename Enum>
        [[nodiscard]] Enum choice(QLatin1StringView key) const
        {
            const auto* spec = findSetting(QString(key));
            return static_cast<Enum>(std::max<qsizetype>(0, spec->allowed.indexOf(text(key))));
        }

    private:
        const SettingLayers& m_layers;
    };

    NumberRules numberRules(const Reader& read, const QString& systemRegion)
    {
        NumberRules rules;
        rules.region = read.text("numbers.region"_L1);
        if (rules.region.isEmpty())
            rules.region = systemRegion.size() == 2 ? systemRegion.toUpper() : u"US"_s;
        rules.areaCode = read.text("numbers.areaCode"_L1);
        rules.outsidePrefix = read.text("numbers.outsidePrefix"_L1);
        const auto lengths = read.text("numbers.extensionLengths"_L1).split(u'-');
        rules.extensionMinDigits = lengths.constFirst().toInt();
        rules.extensionMaxDigits = lengths.constLast().toInt();
        const QString own = read.text("pbx.extension"_L1);
        if (!own.contains(u'@'))
            rules.ownExtension = own;
        return rules;
    }

} // namespace

Settings settingsFrom(const SettingLayers& layers, const QString& systemRegion)
{
    const Reader read(layers);
    Settings s;
    s.integrationEnabled = read.flag("integration.enabled"_L1);
    s.pbxKind = read.text("pbx.kind"_L1);
    s.pbxUrl = read.text("pbx.url"_L1);
    s.pbxClientId = read.text("pbx.clientId"_L1);
    s.pbxExtension = read.text("pbx.extension"_L1);
    s.pbxCaFile = read.text("pbx.caFile"_L1);
    s.asteriskTechnology = read.text("pbx.asterisk.technology"_L1);
    s.asteriskContext = read.text("pbx.asterisk.context"_L1);
    s.numbers = numberRules(read, systemRegion);
    s.salesforceLoginUrl = read.text("salesforce.loginUrl"_L1);
    s.salesforceClientId = read.text("salesforce.clientId"_L1);
    s.redirectPorts.clear();
    for (const auto& port : read.list("salesforce.redirectPorts"_L1))
        s.redirectPorts.append(port.toUShort());
    s.popupMethod = read.choice<PopupMethod>("popup.method"_L1);
    s.popupTrigger = read.choice<PopupTrigger>("popup.trigger"_L1);
    s.popupDirections = read.list("popup.directions"_L1);
    s.whenSeveral = read.choice<WhenSeveral>("popup.whenSeveral"_L1);
    s.cardShow = read.flag("card.show"_L1);
    s.cardCorner = read.choice<CardCorner>("card.corner"_L1);
    s.cardKeepSeconds = read.number("card.keepSeconds"_L1);
    s.crmObjects = read.list("crm.objects"_L1);
    s.alwaysQuery = read.flag("crm.alwaysQuery"_L1);
    s.syncEnabled = read.flag("sync.enabled"_L1);
    s.syncObjects = read.list("sync.objects"_L1);
    s.syncPhonebook = read.text("sync.phonebook"_L1);
    s.syncTarget = read.choice<SyncTarget>("sync.target"_L1);
    s.createEnabled = read.flag("create.enabled"_L1);
    s.createObject = read.text("create.object"_L1);
    s.createMethod = read.choice<CreateMethod>("create.method"_L1);
    s.createCallTypes = read.list("create.callTypes"_L1);
    s.journalEnabled = read.flag("journal.enabled"_L1);
    s.journalSubject = read.text("journal.subject"_L1);
    s.journalDescription = read.text("journal.description"_L1);
    s.skipMissedInUnansweredAgents = read.flag("journal.skipMissedInUnansweredAgents"_L1);
    s.journalWrapUpSeconds = read.number("journal.wrapUpSeconds"_L1);
    s.journalWriter = read.choice<JournalWriter>("journal.writer"_L1);
    s.recordingLink = read.choice<RecordingLink>("journal.recordingLink"_L1);
    s.recordingUrl = read.text("journal.recordingUrl"_L1);
    s.confirmLinks = read.choice<ConfirmLinks>("dial.confirmLinks"_L1);
    s.dialHotkey = read.text("dial.hotkey"_L1);
    s.cardHotkey = read.text("card.hotkey"_L1);
    s.maskNumbers = read.flag("privacy.maskNumbers"_L1);
    s.language = read.text("ui.language"_L1);
    s.theme = read.text("ui.theme"_L1);
    s.autostart = read.flag("app.autostart"_L1);
    return s;
}

} // namespace companion
