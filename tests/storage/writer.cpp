// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// storage-writer FILE: writes calls and entries without end and says each number once it is on the
// disk. Killed by the test.
#include "app/storage/tables.h"

#include <QCoreApplication>

#include <cstdio>

using namespace companion;
using namespace Qt::StringLiterals;

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    auto database = storage::Database::open(QCoreApplication::arguments().value(1));
    if (!database)
        return 1;
    storage::CallTable calls(**database);
    storage::OutboxTable outbox(**database);
    for (int i = outbox.unwrittenCount();; ++i) { // the one that was cut short is written again
        HistoryRow row;
        row.call.id = u"c%1"_s.arg(i);
        row.call.extension = u"1050"_s;
        row.note = u"n"_s.repeated(500);
        OutboxRow entry{.call = row.call.id};
        entry.entry.callObject = row.call.id;
        if (!calls.save(row) || !outbox.enqueue(entry))
            return 1;
        std::printf("%d\n", i);
        std::fflush(stdout);
    }
}
