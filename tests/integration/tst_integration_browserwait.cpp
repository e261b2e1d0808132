// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A sign-in that the browser never comes back from: the program waits as long as it waits for
// people, so this has a program of its own, beside which the other tests go on.
#include "tests/integration/refusal.h"
#include "tests/integration/workplace.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestIntegrationBrowserWait : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongConsumerKeyOrCallbackIsNamedWhenNothingComesBack()
    {
        // Salesforce shows an error page of its own for both, and tells the program nothing.
        Workplace work;
        QVERIFY(work.openSandbox() && work.startCompanion());
        Workplace other;
        QVERIFY(other.openSandbox() && other.startCompanion());
        const QJsonArray unknown{u"http://localhost:9/oauth/callback"_s};
        other.control(u"salesforce/fault"_s, {{u"name"_s, u"callbacks"_s}, {u"value"_s, unknown}});
        auto waiting = other.beginSignInToSalesforce();
        const auto wrongKey = work.signInToSalesforce({u"--client-id"_s, u"3MVG9nobodys"_s});
        const auto wrongCallback = Workplace::end(*waiting);

        QCOMPARE(wrongKey.exit, 1);
        QCOMPARE(companion::test::complaintAbout(wrongKey.err), QString());
        QVERIFY2(wrongKey.err.contains(u"Consumer Key"_s), qPrintable(wrongKey.err));
        QCOMPARE(wrongCallback.exit, 1);
        QCOMPARE(companion::test::complaintAbout(wrongCallback.err), QString());
        QVERIFY2(wrongCallback.err.contains(u"/oauth/callback"_s), qPrintable(wrongCallback.err));
        QCOMPARE(work.signInToSalesforce().exit, 0);
    }
};

QTEST_GUILESS_MAIN(TestIntegrationBrowserWait)
#include "tst_integration_browserwait.moc"
