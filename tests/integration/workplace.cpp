// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/workplace.h"

#include "app/platform/instance.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace {

constexpr int kStartMs = 20000; // sanitizers on a busy machine included
constexpr int kCommandMs = 170000; // longer than signing in may take

bool waitFor(QProcess& process, QProcess::ProcessState state, int milliseconds)
{
    return QTest::qWaitFor([&] { return process.state() == state; }, milliseconds);
}

//! \brief Ports that are free now on both loopback addresses.
QList<quint16> freePorts(int count)
{
    std::vector<std::unique_ptr<QTcpServer>> servers;
    QList<quint16> ports;
    while (ports.size() < count) {
        auto first = std::make_unique<QTcpServer>();
        auto second = std::make_unique<QTcpServer>();
        if (!first->listen(QHostAddress(QHostAddress::LocalHost)))
            return ports;
        second->listen(QHostAddress(QHostAddress::LocalHostIPv6), first->serverPort());
        ports.append(first->serverPort());
        servers.push_back(std::move(first));
        servers.push_back(std::move(second));
    }
    return ports;
}

QStringList words(const QList<quint16>& ports, const QString& pattern)
{
    QStringList list;
    for (const auto port : ports)
        list.append(pattern.arg(port));
    return list;
}

} // namespace

Workplace::~Workplace()
{
    if (m_companion && m_companion->state() != QProcess::NotRunning) {
        m_companion->terminate();
        if (!m_companion->waitForFinished(10000))
            m_companion->kill();
        m_companion->waitForFinished(5000);
    }
    if (m_sandbox && m_sandbox->state() != QProcess::NotRunning) {
        m_sandbox->closeWriteChannel();
        m_sandbox->waitForFinished(5000);
    }
}

void Workplace::furnish()
{
    if (std::exchange(m_isFurnished, true))
        return;
    for (const auto* name : {"config", "data", "state", "run", "bin", "home"})
        QDir(m_folder.path()).mkdir(QString::fromLatin1(name));
    QFile::setPermissions(path(u"run"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QFile browser(path(u"bin/xdg-open"_s));
    if (!browser.open(QIODevice::WriteOnly))
        return;
    browser.write("#!/bin/sh\n"
                  "printf '%s\\n' \"$1\" >>\"$WORKPLACE/opened\"\n"
                  "case \"$1\" in */services/oauth2/authorize*)\n"
                  "    curl -sL --max-time 20 -o \"$WORKPLACE/page\" \"$1\" ;;\n"
                  "esac\n");
    browser.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_redirectPorts = freePorts(3);
}

QProcessEnvironment Workplace::environment() const
{
    auto variables = QProcessEnvironment::systemEnvironment();
    for (const auto* name : {"DISPLAY", "WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP", "http_proxy",
                             "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy"})
        variables.remove(QString::fromLatin1(name));
    variables.insert(u"WORKPLACE"_s, m_folder.path());
    variables.insert(u"HOME"_s, path(u"home"_s));
    variables.insert(u"XDG_CONFIG_HOME"_s, path(u"config"_s));
    variables.insert(u"XDG_DATA_HOME"_s, path(u"data"_s));
    variables.insert(u"XDG_STATE_HOME"_s, path(u"state"_s));
    variables.insert(u"XDG_RUNTIME_DIR"_s, path(u"run"_s));
    // No key store, no session: nothing of the machine's own is touched.
    variables.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
    variables.insert(u"DBUS_SYSTEM_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
    variables.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    variables.insert(u"BROWSER"_s, path(u"bin/xdg-open"_s));
    variables.insert(u"PATH"_s, path(u"bin"_s) + u':' + variables.value(u"PATH"_s));
    return variables;
}

bool Workplace::openSandbox(const QStringList& options)
{
    furnish();
    m_sandbox = std::make_unique<QProcess>();
    m_sandbox->setProcessEnvironment(environment());
    m_sandbox->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_sandbox->start(QStringLiteral(SANDBOX_PROGRAM),
                     QStringList{u"--until-eof"_s, u"--auto-approve"_s} + options);
    if (!QTest::qWaitFor([this] { return m_sandbox->canReadLine(); }, kStartMs))
        return false;
    m_addresses = QJsonDocument::fromJson(m_sandbox->readLine()).object();
    const auto callbacks = words(m_redirectPorts, u"http://localhost:%1/oauth/callback"_s);
    control(u"salesforce/fault"_s,
            {{u"name"_s, u"callbacks"_s}, {u"value"_s, QJsonArray::fromStringList(callbacks)}});
    return !m_addresses.isEmpty();
}

bool Workplace::startCompanion(const QStringList& options)
{
    furnish();
    if (say({u"settings"_s, u"set"_s, u"numbers.region"_s, u"US"_s}).exit != 0
        || !setRedirectPorts())
        return false;
    launch(options);
    return QTest::qWaitFor(
        [this] {
            return m_companion->state() == QProcess::Running && say({u"status"_s}).exit == 0;
        },
        kStartMs);
}

bool Workplace::restart()
{
    const auto old = std::move(m_companion);
    if (say({u"quit"_s}).exit != 0)
        return false;
    launch({}); // the old one may be at its end still
    return waitFor(*old, QProcess::NotRunning, kStartMs)
        && QTest::qWaitFor([this] { return say({u"status"_s}).exit == 0; }, kStartMs)
        && m_companion->state() == QProcess::Running;
}

void Workplace::launch(const QStringList& options)
{
    m_companion = std::make_unique<QProcess>();
    m_companion->setProcessEnvironment(environment());
    m_companion->setProcessChannelMode(QProcess::MergedChannels);
    m_companion->setStandardOutputFile(path(u"companion.log"_s), QIODevice::Append);
    m_companion->start(
        QStringLiteral(COMPANION_PROGRAM),
        QStringList{u"--profile"_s, u"test"_s, u"--minimized"_s, u"--log-level"_s, u"debug"_s}
            + options);
}

Workplace::Said Workplace::startAlone(const std::function<void(const QString& dataFolder)>& prepare)
{
    furnish();
    prepare(dataFolder());
    return end(*begin({u"--minimized"_s}, {}));
}

QList<int> Workplace::startTogether(int count)
{
    furnish();
    for (int i = 0; i < count; ++i)
        m_starts.push_back(begin({u"--minimized"_s}, {}));
    const auto running = [this] {
        return std::count_if(m_starts.cbegin(), m_starts.cend(), [](const auto& start) {
            return start->state() != QProcess::NotRunning;
        });
    };
    (void)QTest::qWaitFor([&] { return running() <= 1; }, kStartMs);
    QList<int> ends;
    for (const auto& start : m_starts)
        ends.append(start->state() == QProcess::NotRunning ? start->exitCode() : -1);
    return ends;
}

bool Workplace::open()
{
    return openSandbox() && startCompanion() && signIn();
}

bool Workplace::signIn()
{
    return signInToPbx().exit == 0 && signInToSalesforce().exit == 0;
}

bool Workplace::setRedirectPorts()
{
    const auto ports = words(m_redirectPorts, u"%1"_s).join(u',');
    return say({u"settings"_s, u"set"_s, u"salesforce.redirectPorts"_s, ports}).exit == 0;
}

int Workplace::quitCompanion()
{
    say({u"quit"_s});
    if (!m_companion || !waitFor(*m_companion, QProcess::NotRunning, 10000))
        return -1;
    return m_companion->exitStatus() == QProcess::NormalExit ? m_companion->exitCode() : -1;
}

void Workplace::killCompanion()
{
    m_companion->kill();
    m_companion->waitForFinished(5000);
}

QJsonObject Workplace::Said::object() const
{
    return QJsonDocument::fromJson(out.toUtf8()).object();
}

QJsonArray Workplace::Said::array() const
{
    return QJsonDocument::fromJson(out.toUtf8()).array();
}

Workplace::Said Workplace::say(const QStringList& words, const QByteArray& input)
{
    return end(*begin(words, input));
}

std::unique_ptr<QProcess> Workplace::begin(const QStringList& words, const QByteArray& input)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment());
    process->start(QStringLiteral(COMPANION_PROGRAM),
                   QStringList{u"--profile"_s, u"test"_s} + words);
    process->write(input);
    process->closeWriteChannel();
    return process;
}

Workplace::Said Workplace::end(QProcess& process)
{
    if (!waitFor(process, QProcess::NotRunning, kCommandMs)) {
        process.kill();
        process.waitForFinished(5000);
        return {};
    }
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError()).trimmed()};
}

Workplace::Said Workplace::signInToPbx(const QStringList& changed, const QString& secret)
{
    return end(*beginSignInToPbx(changed, secret));
}

std::unique_ptr<QProcess> Workplace::beginSignInToPbx(const QStringList& changed,
                                                      const QString& secret)
{
    const auto pbx = m_addresses["pbx"_L1];
    QStringList words{u"sign-in"_s, u"pbx"_s, u"--kind"_s, u"cloudone"_s, u"--secret-stdin"_s};
    for (const auto& [option, value] :
         {std::pair{u"--url"_s, pbx["url"_L1]}, std::pair{u"--client-id"_s, pbx["clientId"_L1]},
          std::pair{u"--extension"_s, pbx["extension"_L1]}}) {
        if (!changed.contains(option))
            words += {option, value.toString()};
    }
    const auto given = secret.isEmpty() ? pbx["clientSecret"_L1].toString() : secret;
    return begin(words + changed, given.toUtf8() + '\n');
}

Workplace::Said Workplace::signInToSalesforce(const QStringList& changed)
{
    return end(*beginSignInToSalesforce(changed));
}

std::unique_ptr<QProcess> Workplace::beginSignInToSalesforce(const QStringList& changed)
{
    const auto salesforce = m_addresses["salesforce"_L1];
    QStringList words{u"sign-in"_s, u"salesforce"_s};
    for (const auto& [option, value] : {std::pair{u"--login-url"_s, salesforce["url"_L1]},
                                        std::pair{u"--client-id"_s, salesforce["clientId"_L1]}}) {
        if (!changed.contains(option))
            words += {option, value.toString()};
    }
    return begin(words + changed, {});
}

QJsonObject Workplace::currentCall()
{
    const auto list = calls();
    for (const auto& call : list) {
        if (call["phase"_L1].toString() != "ended"_L1)
            return call.toObject();
    }
    return {};
}

QJsonDocument Workplace::read(const QString& command) const
{
    const QDir folder(path(u"run/cloudone-companion"_s));
    const auto sockets = folder.entryList(QDir::System);
    if (sockets.size() != 1)
        return {};
    QJsonObject request{{u"words"_s, QJsonArray{command, json()}}, {u"folder"_s, folder.path()}};
    QString printed;
    do {
        const auto answer = companion::platform::askInstance(
            folder.filePath(sockets.constFirst()), request, std::chrono::milliseconds(kStartMs));
        if (!answer)
            return {};
        printed += answer->value("out"_L1).toString();
        request[u"rest"_s] = answer->value("rest"_L1);
    } while (!request["rest"_L1].toObject().isEmpty());
    return QJsonDocument::fromJson(printed.toUtf8());
}

QString Workplace::pbxState()
{
    return status()["pbx"_L1]["state"_L1].toString();
}

QString Workplace::salesforceState()
{
    return status()["salesforce"_L1]["state"_L1].toString();
}

QByteArray Workplace::ask(const QByteArray& method, const QString& path, const QByteArray& body)
{
    QNetworkRequest request(QUrl(m_addresses["control"_L1].toString() + path));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, body));
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }, kStartMs))
        return {};
    return reply->readAll();
}

QJsonObject Workplace::control(const QString& path, const QJsonObject& body)
{
    const auto answer = ask("POST", u"/control/"_s + path, QJsonDocument(body).toJson());
    return QJsonDocument::fromJson(answer).object();
}

QJsonValue Workplace::look(const QString& path)
{
    const auto document = QJsonDocument::fromJson(ask("GET", u"/control/"_s + path, {}));
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

QJsonArray Workplace::tasksOf(const QString& callId)
{
    QJsonArray tasks;
    const auto all = look(u"salesforce/records/Task"_s).toArray();
    for (const auto& task : all) {
        if (task["CallObject"_L1].toString().contains(u':' + callId + u':'))
            tasks.append(task);
    }
    return tasks;
}

QString Workplace::ring(const QString& number)
{
    return control(u"pbx/call"_s, {{u"from"_s, number}})["callId"_L1].toString();
}

QStringList Workplace::opened() const
{
    QFile file(path(u"opened"_s));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    auto urls = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    urls.removeIf([](const QString& url) { return url.contains("/services/oauth2/"_L1); });
    return urls;
}

QString Workplace::pbxUrl() const
{
    return m_addresses["pbx"_L1]["url"_L1].toString();
}

QString Workplace::salesforceUrl() const
{
    return m_addresses["salesforce"_L1]["url"_L1].toString();
}

QByteArray Workplace::companionLog() const
{
    QFile file(path(u"companion.log"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
