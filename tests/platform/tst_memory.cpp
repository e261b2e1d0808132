// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/memory.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <cstdlib>

using namespace companion;
using namespace Qt::StringLiterals;

namespace {

//! A row of /proc/self/status in kB; 0 where there is none.
long statusRow(const QString& name)
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QRegularExpression row(name + u":\\s*(\\d+)"_s);
    return row.match(QString::fromLatin1(status.readAll())).captured(1).toLong();
}

int calls = 0;

//! Code that has run before and runs again after it was given back.
int compare(const void* one, const void* other)
{
    ++calls;
    return *static_cast<const int*>(one) - *static_cast<const int*>(other);
}

} // namespace

class TestMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codeThatWasGivenBackIsThereWhenItIsUsedAgain()
    {
        const auto before = statusRow(u"RssFile"_s);
        platform::giveBackCode();
        const auto after = statusRow(u"RssFile"_s);
        QList<int> numbers{3, 1, 2};
        std::qsort(numbers.data(), std::size_t(numbers.size()), sizeof(int), compare);
        QCOMPARE(numbers, (QList<int>{1, 2, 3}));
        QVERIFY(calls > 0);
#if defined(Q_OS_LINUX)
        QVERIFY2(after < before, qPrintable(u"%1 kB, was %2 kB"_s.arg(after).arg(before)));
#else
        QCOMPARE(after, before);
#endif
    }

    void heapIsGivenBackWithoutHarm()
    {
        platform::keepHeapSmall();
        auto kept = QByteArray(100, 'x');
        {
            QList<QByteArray> many;
            for (int i = 0; i < 1000; ++i)
                many.append(QByteArray(1000, 'y'));
        }
        platform::giveBackHeap();
        QCOMPARE(kept, QByteArray(100, 'x'));
    }
};

QTEST_GUILESS_MAIN(TestMemory)
#include "tst_memory.moc"
