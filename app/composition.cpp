// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/composition.h"

#include "app/core/async.h"
#include "app/core/logging.h"
#include "app/core/report.h"
#include "app/desktop.h"
#include "app/net/qthttptransport.h"
#include "app/net/qtwebsocket.h"
#include "app/pbx/asterisk/session.h"
#include "app/pbx/cloudone/session.h"
#include "app/platform/browser.h"
#include "app/platform/desktopentry.h"
#include "app/storage/paths.h"
#include "app/storage/policysource.h"
#include "app/storage/recordingtable.h"
#include "app/storage/tables.h"
#include "ui/text/errortext.h"
#include "ui/text/language.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

namespace companion {

using namespace Qt::StringLiterals;

Composition::Composition(Profile profile) : m_profile(std::move(profile)) {}

Composition::~Composition()
{
    m_callFlow->setPbx(nullptr);
}

Result<std::unique_ptr<Composition>> Composition::create(const Profile& profile)
{
    std::unique_ptr<Composition> made(new Composition(profile));
    const auto paths = storage::Paths::forProfile(profile.name);
    if (const auto folders = paths.create(); !folders)
        return folders.error();
    const auto policy = storage::readPolicy(profile.policyFile);
    made->m_policy = policy.layers;
    made->m_policyProblems = policy.problems;
    made->m_settingsFile = std::make_unique<storage::SettingsFile>(paths.settingsFile);
    made->m_settings = std::make_unique<LiveSettings>(*made->m_settingsFile, policy.layers);
    auto database = storage::Database::open(paths.databaseFile);
    if (!database)
        return database.error();
    made->m_database = std::move(*database);
    made->m_calls = std::make_unique<storage::CallTable>(*made->m_database);
    made->m_outbox = std::make_unique<storage::OutboxTable>(*made->m_database);
    made->m_numbers = std::make_unique<storage::NumberTable>(*made->m_database);
    made->m_phonebook = std::make_unique<storage::PhonebookTable>(*made->m_database);
    made->m_memo = std::make_unique<storage::MemoTable>(*made->m_database);
    made->m_recordings = std::make_unique<storage::RecordingTable>(*made->m_database);
    made->m_secrets = std::make_unique<storage::KeychainSecretStore>(profile.name);
    made->m_pbxHttp = std::make_unique<QtHttpTransport>();
    made->m_crmHttp = std::make_unique<QtHttpTransport>();
    made->m_crm =
        std::make_unique<salesforce::SalesforceClient>(*made->m_crmHttp, *made->m_secrets);
    made->connectFlows();
    return made;
}

void Composition::connectFlows()
{
    m_lookup = std::make_unique<LookupFlow>(*m_crm, *m_phonebook);
    m_callFlow = std::make_unique<CallFlow>(*m_lookup, *m_crm, *m_calls, *m_numbers, *m_memo);
    m_dialFlow = std::make_unique<DialFlow>(*m_callFlow, *m_phonebook, *m_calls);
    m_createFlow = std::make_unique<CreateFlow>(*m_crm, *m_lookup, *m_numbers);
    m_journalFlow = std::make_unique<JournalFlow>(*m_crm, *m_outbox, *m_calls);
    m_signInFlow = std::make_unique<SignInFlow>(*m_crm, *m_secrets);
    m_syncFlow = std::make_unique<SyncFlow>(*m_crm, *m_phonebook, *m_memo);
    connect(m_lookup.get(), &LookupFlow::kept, m_syncFlow.get(), &SyncFlow::onKept);
    m_player = std::make_unique<RecordingPlayer>(*m_calls, *m_recordings, *m_memo);
    m_journalFlow->setRecordingLink([this](const Call& call) { return m_player->linkFor(call); });
    connect(m_player.get(), &RecordingPlayer::browserRequested, this,
            [](const QUrl& url) { platform::openInBrowser(url); });

    auto& calls = *m_callFlow;
    connect(&calls, &CallFlow::recordOpenRequested, this, [](const QUrl& url) {
        if (!platform::openInBrowser(url))
            qCWarning(lcPlatform) << "no browser could be started";
    });
    connect(&calls, &CallFlow::creationDue, m_createFlow.get(), &CreateFlow::createAutomatically);
    connect(&calls, &CallFlow::callSettled, m_journalFlow.get(), &JournalFlow::consider);
    connect(&calls, &CallFlow::noteChanged, m_journalFlow.get(), &JournalFlow::amend);
    connect(&calls, &CallFlow::logNowDue, m_journalFlow.get(), &JournalFlow::logNow);
    connect(m_createFlow.get(), &CreateFlow::failed, &calls, &CallFlow::setCreationFailed);
    connect(m_createFlow.get(), &CreateFlow::creatingChanged, &calls, &CallFlow::setCreating);
    connect(m_createFlow.get(), &CreateFlow::created, &calls, &CallFlow::setCreated);
    connect(m_journalFlow.get(), &JournalFlow::journalChanged, &calls, &CallFlow::setJournal);
    connect(m_crm.get(), &CrmLink::browserRequested, this,
            [](const QUrl& url) { platform::openInBrowser(url); });
    connect(m_crm.get(), &CrmLink::statusChanged, this, &Composition::onCrmStatus);
    connect(m_settings.get(), &LiveSettings::changed, this, &Composition::applySettings);
    connect(m_signInFlow.get(), &SignInFlow::crmDisconnected, this, [this] {
        m_syncFlow->release();
        (void)m_settings->reset(crmIntegrationKeys());
    });
    connect(&m_wake, &platform::WakeWatch::awakened, this, [this] {
        if (m_pbx)
            m_pbx->reconnectNow();
        m_crm->reconnectNow();
    });

    m_commands = std::make_unique<Commands>(Commands::Desk{
        .calls = *m_callFlow,
        .dialling = *m_dialFlow,
        .lookup = *m_lookup,
        .signIn = *m_signInFlow,
        .journal = *m_journalFlow,
        .crm = *m_crm,
        .store = *m_calls,
        .memory = *m_numbers,
        .settings = *m_settings,
        .profile = m_profile.name,
        .pbx = [this] { return m_pbx.get(); },
        .usePbxKind = [this](const QString& kind) { return usePbxKind(kind); },
        .diagnosis = [this] { return diagnosis(); },
        .writeReport = [this](const QString& path,
                              bool personal) { return writeReport(path, personal); },
    });
}

void Composition::start()
{
    text::useLanguage(m_settings->settings().language);
    applyTheme(*qApp, m_settings->settings().theme);
    m_desktop = std::make_unique<Desktop>(Desktop::Desk{
        .calls = *m_callFlow,
        .dialling = *m_dialFlow,
        .lookup = *m_lookup,
        .creation = *m_createFlow,
        .journal = *m_journalFlow,
        .signIn = *m_signInFlow,
        .crm = *m_crm,
        .store = *m_calls,
        .phonebook = *m_phonebook,
        .player = *m_player,
        .settings = *m_settings,
        .pbx = [this] { return m_pbx.get(); },
        .usePbxKind = [this](const QString& kind) { return usePbxKind(kind); },
        .diagnosis = [this] { return diagnosis(); },
        .writeReport = [this](const QString& path,
                              bool personal) { return writeReport(path, personal); },
    });
    connect(m_desktop.get(), &Desktop::quitRequested, m_commands.get(), &Commands::quitRequested);
    connect(m_commands.get(), &Commands::showRequested, m_desktop.get(), &Desktop::showHome);
    applySettings(m_settings->settings());
    m_desktop->start(m_profile.isMinimized);
    m_callFlow->recover();
    m_journalFlow->recover();
    m_signInFlow->resume();
}

PbxLink* Composition::usePbxKind(const QString& kind)
{
    if (m_pbx && m_pbxKind == kind)
        return m_pbx.get();
    m_callFlow->setPbx(nullptr);
    m_dialFlow->setPbx(nullptr);
    m_signInFlow->setPbx(nullptr);
    m_syncFlow->setPbx(nullptr);
    m_player->setPbx(nullptr);
    m_pbxKind = kind;
    auto makeSocket = [this]() -> std::unique_ptr<Socket> {
        auto socket = std::make_unique<QtWebSocket>();
        socket->setCaFile(m_settings->settings().pbxCaFile);
        return socket;
    };
    if (kind == "asterisk"_L1)
        m_pbx = std::make_unique<pbx::asterisk::Session>(*m_pbxHttp, makeSocket);
    else
        m_pbx = std::make_unique<pbx::cloudone::Session>(*m_pbxHttp, makeSocket, *m_secrets);
    connect(m_pbx.get(), &PbxLink::statusChanged, this,
            [this](const PbxStatus& status) { m_journalFlow->setOwnName(status.name); });
    connect(m_pbx.get(), &PbxLink::heartbeatSent, &m_wake, &platform::WakeWatch::checkClock);
    m_callFlow->setPbx(m_pbx.get());
    m_dialFlow->setPbx(m_pbx.get());
    m_signInFlow->setPbx(m_pbx.get());
    m_syncFlow->setPbx(m_pbx.get());
    m_player->setPbx(m_pbx.get());
    if (m_desktop)
        m_desktop->setPbx(m_pbx.get());
    return m_pbx.get();
}

void Composition::applySettings(const Settings& settings)
{
    m_pbxHttp->setCaFile(settings.pbxCaFile);
    usePbxKind(settings.pbxKind);
    m_lookup->setSettings(settings);
    m_callFlow->setSettings(settings);
    m_dialFlow->setSettings(settings);
    m_createFlow->setSettings(settings);
    m_journalFlow->setSettings(settings);
    m_signInFlow->setSettings(settings);
    m_syncFlow->setSettings(settings);
    m_player->setSettings(settings);
    if (m_desktop)
        m_desktop->applySettings(settings);
    static bool wasAutostart = settings.autostart;
    if (std::exchange(wasAutostart, settings.autostart) != settings.autostart)
        (void)platform::setAutostart(settings.autostart, m_profile.name);
}

void Composition::onCrmStatus(const CrmStatus& status)
{
    if (status.state != LinkState::Connected)
        return;
    async::onReady(m_crm->outcomes(), this, [this](const Result<QStringList>& outcomes) {
        if (outcomes)
            m_callFlow->setOutcomes(*outcomes);
    });
}

namespace {

    QJsonObject check(const QString& title, bool good, const QString& text,
                      const QString& advice = {})
    {
        return {{u"title"_s, title},
                {u"state"_s, good ? u"ok"_s : u"problem"_s},
                {u"text"_s, text},
                {u"advice"_s, advice}};
    }

} // namespace

QJsonObject Composition::diagnosis() const
{
    QJsonArray checks;
    const auto pbx = m_pbx ? m_pbx->status() : PbxStatus{};
    const auto crm = m_crm->status();
    checks.append(check(u"PBX"_s, pbx.state == LinkState::Connected, text::statusSentence(pbx)));
    if (pbx.firmwareTooOld)
        checks.append(check(u"PBX firmware"_s, false,
                            u"The PBX has firmware %1."_s.arg(pbx.firmware),
                            u"Update it to 84.21.0.66 or later."_s));
    if (pbx.deaf)
        checks.append(check(
            u"PBX events"_s, false, u"Signed in, but no event has ever arrived."_s,
            u"In the PBX under Integrations > API > Advanced, switch on Call Status Monitor for this extension and the trunks."_s));
    checks.append(
        check(u"Salesforce"_s, crm.state == LinkState::Connected, text::statusSentence(crm)));
    checks.append(check(
        u"Key store"_s, m_secrets->isPersistent(),
        m_secrets->isPersistent()
            ? u"Secrets are kept in the system's key store."_s
            : u"The system's key store cannot be reached: secrets are kept for this run only."_s,
        m_secrets->isPersistent() ? QString()
                                  : u"Start a key store such as gnome-keyring or KWallet."_s));
    for (const auto& problem : m_policyProblems + m_settingsFile->problems())
        checks.append(check(u"Settings"_s, false, problem, u"Correct or remove this key."_s));
    const int pending = m_journalFlow->pendingCount();
    checks.append(
        check(u"Log entries"_s, pending == 0, u"%1 waiting to be written."_s.arg(pending)));
    return {{u"version"_s, QStringLiteral(COMPANION_VERSION)},
            {u"qt"_s, QString::fromLatin1(qVersion())},
            {u"system"_s, QSysInfo::prettyProductName()},
            {u"checks"_s, checks}};
}

Result<Done> Composition::writeReport(const QString& path, bool withPersonalData) const
{
    const QString folder = QDir(path).absolutePath();
    if (!QDir().mkpath(folder))
        return Error{Error::Kind::Storage, u"The folder for the report cannot be made."_s};
    auto found = diagnosis();
    if (!withPersonalData) {
        // The sentences may name people and addresses; what they are about is enough for support.
        QJsonArray checks;
        const auto all = found.value("checks"_L1).toArray();
        for (const auto& one : all)
            checks.append(
                QJsonObject{{u"title"_s, one["title"_L1]}, {u"state"_s, one["state"_L1]}});
        found["checks"_L1] = checks;
    }
    QJsonObject settings;
    for (const auto& spec : settingSpecs()) {
        const bool isPersonal = spec.kind == SettingKind::Text || spec.kind == SettingKind::Url
            || spec.kind == SettingKind::FilePath;
        if (withPersonalData || !isPersonal)
            settings.insert(spec.key, m_settings->layers().value(spec.key));
    }
    found.insert("settings"_L1, settings);
    QFile file(folder + "/diagnosis.json"_L1);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(found).toJson()) < 0)
        return Error{Error::Kind::Storage,
                     u"The report cannot be written: "_s + file.errorString()};
    const QDir logs(storage::Paths::forProfile(m_profile.name).logFolder);
    const auto names = logs.entryList(QDir::Files);
    for (const auto& name : names) {
        QFile log(logs.filePath(name));
        QFile copy(folder + u'/' + name);
        if (!log.open(QIODevice::ReadOnly) || !copy.open(QIODevice::WriteOnly))
            continue;
        while (!log.atEnd())
            copy.write(
                (redactedLine(QString::fromUtf8(log.readLine()).trimmed()) + u'\n').toUtf8());
    }
    return Done{};
}

} // namespace companion
