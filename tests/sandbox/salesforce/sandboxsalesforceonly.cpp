// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The Salesforce half of the sandbox alone, for the referee: says its address on standard output
// and stops when its standard input ends, so that no run of it outlives the script that started it.
#include "tests/sandbox/http/httpserver.h"
#include "tests/sandbox/salesforce/salesforceorg.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTextStream>
#include <QUrl>

#include <array>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace companion::sandbox;

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    SalesforceOrg org;
    HttpServer server;
    server.setHandler([&org](const HttpRequest& request) {
        return request.path.startsWith("/control/salesforce/"_L1) ? org.control(request)
                                                                  : org.handle(request);
    });
    if (!server.listen(QCoreApplication::arguments().value(1).toUShort()))
        return 1;
    const QUrl address(u"http://localhost:%1"_s.arg(server.port()));
    org.setBaseUrl(address);
    org.setIndexDelay(std::chrono::milliseconds(0));
    QTextStream(stdout) << address.toString() << Qt::endl;

    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &application, [] {
        std::array<char, 64> ignored{};
        if (read(STDIN_FILENO, ignored.data(), ignored.size()) <= 0)
            QCoreApplication::quit();
    });
    return QCoreApplication::exec();
}
