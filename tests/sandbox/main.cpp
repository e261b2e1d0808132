// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// companion-sandbox: a PBX and a Salesforce org to try the companion against, on loopback only. One
// line of JSON on standard output says when they are there, and where.
#include "tests/sandbox/sandbox.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSocketNotifier>
#include <QSslCertificate>
#include <QSslKey>
#include <QTextStream>

#include <array>
#include <csignal>
#ifdef Q_OS_UNIX
#include <sys/socket.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using namespace companion::sandbox;

namespace {

#ifdef Q_OS_UNIX
std::array<int, 2> signalPipe{};

void quitOnSignals(QCoreApplication& application)
{
    // A signal handler may do no more than write; the event loop does the rest.
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, signalPipe.data()) != 0)
        return;
    const auto tell = [](int) {
        const char byte = 1;
        [[maybe_unused]] const auto written = write(signalPipe[0], &byte, 1);
    };
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        std::signal(number, tell);
    auto* notifier = new QSocketNotifier(signalPipe[1], QSocketNotifier::Read, &application);
    QObject::connect(notifier, &QSocketNotifier::activated, &application, &QCoreApplication::quit);
}

void quitWhenInputEnds(QCoreApplication& application)
{
    auto* input = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, &application);
    QObject::connect(input, &QSocketNotifier::activated, &application, [] {
        std::array<char, 64> ignored{};
        if (read(STDIN_FILENO, ignored.data(), ignored.size()) <= 0)
            QCoreApplication::quit();
    });
}
#else
void quitOnSignals(QCoreApplication&) {}
void quitWhenInputEnds(QCoreApplication&) {}
#endif

std::optional<QSslConfiguration> tlsFrom(const QString& folder)
{
    QFile certificate(folder + u"/localhost.pem"_s);
    QFile key(folder + u"/localhost.key"_s);
    if (!certificate.open(QIODevice::ReadOnly) || !key.open(QIODevice::ReadOnly))
        return std::nullopt;
    QSslConfiguration tls;
    tls.setLocalCertificate(QSslCertificate(&certificate));
    tls.setPrivateKey(QSslKey(&key, QSsl::Rsa));
    if (tls.privateKey().isNull()) {
        key.seek(0);
        tls.setPrivateKey(QSslKey(&key, QSsl::Ec));
    }
    return tls;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser words;
    words.setApplicationDescription(
        u"A Cloud One PBX and a Salesforce org on loopback ports, to try the companion against."_s);
    words.addHelpOption();
    const QCommandLineOption pbxPort(u"pbx-port"_s, u"Port of the PBX; 0 for any."_s, u"port"_s,
                                     u"0"_s);
    const QCommandLineOption salesforcePort(u"salesforce-port"_s, u"Port of the org; 0 for any."_s,
                                            u"port"_s, u"0"_s);
    const QCommandLineOption controlPort(
        u"control-port"_s, u"Port of the control page; 0 for any."_s, u"port"_s, u"0"_s);
    const QCommandLineOption tls(u"tls"_s, u"The PBX speaks HTTPS."_s);
    const QCommandLineOption tlsFolder(u"tls-folder"_s,
                                       u"Where localhost.pem and localhost.key are."_s, u"folder"_s,
                                       QStringLiteral(COMPANION_TEST_DATA) + u"/tls"_s);
    const QCommandLineOption indexDelay(u"index-delay"_s,
                                        u"Seconds until a new record is found by search."_s,
                                        u"seconds"_s, u"0"_s);
    const QCommandLineOption autoApprove(u"auto-approve"_s,
                                         u"The org allows each sign-in by itself."_s);
    const QCommandLineOption ownPickUp(u"own-pick-up"_s,
                                       u"A dialled call: the own phone picks up after so long."_s,
                                       u"ms"_s, u"-1"_s);
    const QCommandLineOption farEnd(
        u"far-end"_s, u"A dialled call: the far end answers after so long."_s, u"ms"_s, u"-1"_s);
    const QCommandLineOption untilEof(u"until-eof"_s, u"Ends when standard input ends."_s);
    words.addOptions({pbxPort, salesforcePort, controlPort, tls, tlsFolder, indexDelay, autoApprove,
                      ownPickUp, farEnd, untilEof});
    words.process(application);

    SandboxOptions options;
    options.pbxPort = words.value(pbxPort).toUShort();
    options.salesforcePort = words.value(salesforcePort).toUShort();
    options.controlPort = words.value(controlPort).toUShort();
    options.indexDelay =
        std::chrono::milliseconds(qRound64(words.value(indexDelay).toDouble() * 1000));
    options.autoApprove = words.isSet(autoApprove);
    options.ownPickUpMs = words.value(ownPickUp).toInt();
    options.farEndMs = words.value(farEnd).toInt();
    QTextStream errors(stderr);
    if (words.isSet(tls)) {
        options.tls = tlsFrom(words.value(tlsFolder));
        if (!options.tls) {
            errors << "There is no certificate in " << words.value(tlsFolder) << Qt::endl;
            return 1;
        }
        options.caFile = QFileInfo(words.value(tlsFolder) + u"/localhost.pem"_s).absoluteFilePath();
    }
    Sandbox sandbox;
    if (!sandbox.start(options)) {
        errors << "A port is taken." << Qt::endl;
        return 1;
    }
    quitOnSignals(application);
    if (words.isSet(untilEof))
        quitWhenInputEnds(application);
    QTextStream(stdout) << QJsonDocument(sandbox.readyReport()).toJson(QJsonDocument::Compact)
                        << Qt::endl;
    return QCoreApplication::exec();
}
