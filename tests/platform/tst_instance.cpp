// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/instance.h"

#include <QDir>
#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>

using namespace companion;
using namespace companion::platform;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestInstance : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    [[nodiscard]] QString name() const { return m_folder.filePath(u"socket"_s); }

    //! Asks from another thread, as another process would: the one here has to answer.
    [[nodiscard]] Result<QJsonObject> ask(std::chrono::milliseconds limit = 5s) const
    {
        Result<QJsonObject> answer = Error{Error::Kind::Timeout, u"not asked"_s};
        const std::unique_ptr<QThread> asker(QThread::create([&] {
            answer = askInstance(name(), {{u"command"_s, u"status"_s}}, limit);
        }));
        asker->start();
        if (!QTest::qWaitFor([&] { return asker->isFinished(); }, 10000))
            qFatal("it asks for ever");
        return answer;
    }

private Q_SLOTS:
    void cleanup() { QFile::remove(name()); }

    void nobodyRuns()
    {
        QCOMPARE(ask().error().kind, Error::Kind::NotFound);
        QCOMPARE(askInstance({}, {}, 1s).error().kind, Error::Kind::NotFound);
    }

    void questionIsAnsweredOnce()
    {
        InstanceServer instance;
        QVERIFY(instance.listen(name()));
        connect(&instance, &InstanceServer::requestReceived, this,
                [](const QJsonObject& request, const InstanceServer::Reply& reply) {
                    reply({{u"heard"_s, request["command"_L1]}});
                });
        const auto answer = ask();
        QVERIFY(answer);
        QCOMPARE((*answer)["heard"_L1].toString(), u"status"_s);
    }

    void secondOneHearsThatTheNameIsTaken()
    {
        InstanceServer first;
        QVERIFY(first.listen(name()));
        InstanceServer second;
        QCOMPARE(second.listen(name()).error().code, u"running"_s);
    }

    void whoIsEndingIsNotThereAnyMore()
    {
        // It still listens, but ends without another word: a start must not give up for that.
        QLocalServer ending;
        QVERIFY(ending.listen(name()));
        connect(&ending, &QLocalServer::newConnection, this,
                [&ending] { delete ending.nextPendingConnection(); });
        QCOMPARE(ask().error().kind, Error::Kind::NotFound);
    }

    void closedOneKeepsTheNameUntilItEnds()
    {
        auto ending = std::make_unique<InstanceServer>();
        QVERIFY(ending->listen(name()));
        ending->close();
        QCOMPARE(ask().error().kind, Error::Kind::NotFound);
        InstanceServer next;
        QCOMPARE(next.listen(name()).error().code, u"running"_s);
        ending.reset();
        QVERIFY(next.listen(name()));
    }

    void whoeverDoesNotAnswerIsTooLate()
    {
        InstanceServer instance;
        QVERIFY(instance.listen(name()));
        QCOMPARE(ask(50ms).error().kind, Error::Kind::Timeout);
    }

    void folderMustBeOnesOwn()
    {
        const QString own = m_folder.filePath(u"own"_s);
        QVERIFY(makePrivate(own));
        QVERIFY(makePrivate(own)); // it is there already
        QCOMPARE(QFile::permissions(own)
                     & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::ExeOther),
                 QFileDevice::Permissions());
        const QString elsewhere = m_folder.filePath(u"link"_s);
        QVERIFY(QFile::link(own, elsewhere));
        QVERIFY(!makePrivate(elsewhere)); // what another user may have put there
        QFile file(m_folder.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(!makePrivate(file.fileName()));
    }
};

QTEST_GUILESS_MAIN(TestInstance)

#include "tst_instance.moc"
