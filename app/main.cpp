// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline.h"
#include "app/commands.h"
#include "app/composition.h"
#include "app/core/logging.h"
#include "app/platform/instance.h"
#include "app/platform/memory.h"
#include "app/settingscommand.h"
#include "app/storage/logfile.h"
#include "app/storage/paths.h"
#include "app/storage/policysource.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QJsonArray>
#include <QSessionManager>
#include <QSocketNotifier>
#include <QThread>
#include <QTimer>

#include <chrono>
#include <cstdio>
#include <optional>

#if defined(Q_OS_UNIX)
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace {

using namespace companion;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr int wireVersion = 1; // of what one start says to another

int print(const CommandOutcome& outcome)
{
    std::fputs(outcome.out.toUtf8().constData(), stdout);
    if (!outcome.err.isEmpty())
        std::fputs(QByteArray(outcome.err.toUtf8() + '\n').constData(), stderr);
    return outcome.exit;
}

QString secretFromInput(const CommandLine& line)
{
    if (!line.options.contains(u"secret-stdin"_s))
        return {};
    std::string secret;
    for (int c = std::getchar(); c != EOF && c != '\n' && secret.size() < 4096; c = std::getchar())
        secret.push_back(static_cast<char>(c));
    return QString::fromStdString(secret).trimmed();
}

QJsonObject toRequest(const CommandLine& line, const QString& secret, const QStringList& words)
{
    return {{u"version"_s, wireVersion},
            {u"words"_s, QJsonArray::fromStringList(words)},
            {u"folder"_s, QDir::currentPath()}, // what a file's name is meant from
            {u"command"_s, line.command},
            {u"secret"_s, secret}};
}

//! Signals end the program the way *Quit* does: nothing half written, the socket gone.
void quitOnSignals(QObject* context)
{
#if defined(Q_OS_UNIX)
    static int pair[2]; // NOLINT(cppcoreguidelines-avoid-c-arrays,modernize-avoid-c-arrays):
                        // socketpair wants one
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, pair) != 0)
        return;
    const auto onSignal = [](int) {
        const char byte = 1;
        [[maybe_unused]] const auto written = ::write(pair[0], &byte, 1);
    };
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        std::signal(signal, onSignal);
    auto* notifier = new QSocketNotifier(pair[1], QSocketNotifier::Read, context);
    QObject::connect(notifier, &QSocketNotifier::activated, context,
                     [] { QCoreApplication::quit(); });
#else
    Q_UNUSED(context)
#endif
}

//! Answers later starts: each hands its words over, as they were typed.
void serve(platform::InstanceServer& instance, Composition& program)
{
    QObject::connect(
        &instance, &platform::InstanceServer::requestReceived, &program,
        [&program](const QJsonObject& request, const platform::InstanceServer::Reply& reply) {
            const auto words = request.value("words"_L1).toVariant().toStringList();
            auto line = readCommandLine(words);
            if (!line)
                return reply(
                    CommandOutcome{.exit = CommandOutcome::Usage, .err = line.error().detail}
                        .toJson());
            makePathsAbsolute(*line, request.value("folder"_L1).toString());
            line->rest = request.value("rest"_L1).toObject();
            program.commands().execute(
                *line, request.value("secret"_L1).toString(),
                [reply](const CommandOutcome& outcome) { reply(outcome.toJson()); });
        });
}

//! What the running instance answers, printed part by part; the exit status.
Result<int> askAndPrint(const QString& name, QJsonObject request, std::chrono::milliseconds limit)
{
    while (true) {
        const auto answer = platform::askInstance(name, request, limit);
        if (!answer)
            return answer.error();
        const auto outcome = CommandOutcome::fromJson(*answer);
        const int exit = print(outcome);
        if (outcome.rest.isEmpty())
            return exit;
        request[u"rest"_s] = outcome.rest;
    }
}

//! Of several that start, the first listens; to it the others hand their words over, and end with
//! the exit status returned. One that is just ending is waited for.
std::optional<int> listenOrHandOver(platform::InstanceServer& instance, const QString& name,
                                    const QJsonObject& request)
{
    const QDeadlineTimer limit(4500ms);
    while (true) {
        const auto listening = instance.listen(name); // the database is for one alone
        if (listening)
            return {};
        if (listening.error().code != "running"_L1)
            return print(CommandOutcome::refused(listening.error().detail));
        const auto answer =
            platform::askInstance(name, request, std::chrono::milliseconds(limit.remainingTime()));
        if (answer)
            return print(CommandOutcome::fromJson(*answer));
        if (answer.error().kind != Error::Kind::NotFound || limit.hasExpired())
            return print(CommandOutcome::refused(
                u"The companion is running already, but does not answer. End it and start "
                "again."_s));
        QThread::msleep(20);
    }
}

int runInstance(int& argc, char** argv, const CommandLine& line, const QString& name,
                const QJsonObject& request)
{
    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(u"Cloud One Companion"_s);
    QApplication::setDesktopFileName(u"cloudone-companion"_s);
    QApplication::setWindowIcon(icon(u"companion"_s, IconTint::Accent));
    QApplication::setQuitOnLastWindowClosed(false);
#if QT_CONFIG(sessionmanager)
    // Whether it starts with the session is a setting, and its own entry's business.
    QObject::connect(
        &application, &QGuiApplication::saveStateRequest, &application,
        [](QSessionManager& session) { session.setRestartHint(QSessionManager::RestartNever); });
#endif
    platform::InstanceServer instance;
    if (const auto ended = listenOrHandOver(instance, name, request))
        return *ended;
    auto program = Composition::create(
        {.name = line.profile, .policyFile = line.policyFile, .isMinimized = line.isMinimized});
    if (!program)
        return print(CommandOutcome::refused(program.error().detail));
    serve(instance, **program);
    QObject::connect(&(*program)->commands(), &Commands::quitRequested, &application,
                     &QCoreApplication::quit);
    quitOnSignals(&application);
    (*program)->start();
    if (!line.command.isEmpty()) // the link that started us
        (*program)->commands().execute(line, {},
                                       [](const CommandOutcome& outcome) { print(outcome); });
    const int exit = QApplication::exec();
    instance.close();
    return exit;
}

int settingsWithoutInstance(const CommandLine& line, const QString& configFile)
{
    storage::SettingsFile file(configFile);
    const auto policy = storage::readPolicy(line.policyFile);
    LiveSettings settings(file, policy.layers);
    return print(executeSettings(line, settings));
}

} // namespace

int main(int argc, char** argv)
{
    platform::keepHeapSmall();
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(
            argv[i])); // NOLINT(cppcoreguidelines-pro-bounds-pointer-arithmetic)
    QCoreApplication::setOrganizationName(QString());
    QCoreApplication::setApplicationName(u"cloudone-companion"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(COMPANION_VERSION));

    auto line = readCommandLine(words);
    if (!line)
        return print({.exit = CommandOutcome::Usage, .err = line.error().detail});
    if (line->wantsHelp)
        return print({.out = helpText()});
    if (line->wantsVersion)
        return print({.out = u"cloudone-companion " COMPANION_VERSION "\n"_s});

    const auto paths = storage::Paths::forProfile(line->profile);
    const QString name = platform::instanceName(line->profile, paths.settingsFile);
    const bool isStart = line->command.isEmpty() || line->command == "link"_L1;
    const bool needsBrowser =
        line->command == "sign-in"_L1 && line->arguments.value(0) == "salesforce"_L1;
    const auto request = toRequest(*line, secretFromInput(*line), words);
    {
        const QCoreApplication client(argc, argv); // what the local socket waits with
        const auto exit = askAndPrint(name, request, needsBrowser ? 160000ms : 4900ms);
        if (exit)
            return *exit;
        if (exit.error().kind != Error::Kind::NotFound)
            return print({.exit = CommandOutcome::NoAnswer,
                          .err = u"The companion did not answer in time."_s});
    }
    if (line->command == "settings"_L1) {
        makePathsAbsolute(*line, QDir::currentPath());
        return settingsWithoutInstance(*line, paths.settingsFile);
    }
    if (!isStart)
        return print(
            {.exit = CommandOutcome::NotRunning,
             .err = u"The companion is not running. Start it first: cloudone-companion"_s});
    storage::startLog({.folder = paths.logFolder, .file = line->logFile, .level = line->logLevel});
    return runInstance(argc, argv, *line, name, request);
}
