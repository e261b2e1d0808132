// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench-phonebook [ENTRIES]: how fast a number and a name are found in a large phonebook. Prints
// `name value unit` (DESIGN 8), and fails when a budget is broken.
#include "app/storage/database.h"
#include "app/storage/tables.h"
#include "tests/bench/percentile.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <cstdio>
#include <functional>

using namespace companion;
using namespace Qt::StringLiterals;

namespace {

constexpr double numberBudget = 1; // ms, p99
constexpr double nameBudget = 10;
constexpr int questions = 2000;

const QStringList firstNames{u"Anna"_s,  u"José"_s,   u"Wei"_s,     u"Olga"_s,
                             u"Liam"_s,  u"Noor"_s,   u"Chinedu"_s, u"Yuki"_s,
                             u"Sofía"_s, u"Jürgen"_s, u"Mary"_s,    u"Ivan"_s};
const QStringList lastParts{u"Smith"_s, u"Garc"_s,  u"Müll"_s, u"Kowal"_s, u"Tana"_s,  u"Okon"_s,
                            u"Ivan"_s,  u"Rossi"_s, u"Chen"_s, u"Silv"_s,  u"Novak"_s, u"Haas"_s};

PhonebookEntry entry(int i, QRandomGenerator& dice)
{
    const QString number = u"+1%1%2%3"_s.arg(212 + dice.bounded(700))
                               .arg(200 + dice.bounded(700))
                               .arg(dice.bounded(10000), 4, 10, '0'_L1);
    const QString last = lastParts.at(dice.bounded(static_cast<int>(lastParts.size())))
        + QString::number(dice.bounded(5000));
    return {.match = {.record = {u"Contact"_s, u"003%1"_s.arg(i, 15, 10, '0'_L1)},
                      .name = firstNames.at(dice.bounded(static_cast<int>(firstNames.size())))
                          + u' ' + last,
                      .account = u"Company %1"_s.arg(dice.bounded(3000)),
                      .phone = number,
                      .phones = {number}}};
}

//! The 99th percentile of what \p ask takes, in milliseconds.
double p99(const std::function<void(int)>& ask)
{
    QList<qint64> taken;
    for (int i = 0; i < questions; ++i) {
        QElapsedTimer clock;
        clock.start();
        ask(i);
        taken.append(clock.nsecsElapsed());
    }
    return static_cast<double>(bench::percentile(taken, 99)) / 1e6;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const auto words = QCoreApplication::arguments();
    const int entries = words.size() > 1 ? words.at(1).toInt() : 100000;
    const QTemporaryDir folder;
    auto database = storage::Database::open(folder.filePath(u"bench.db"_s));
    if (!database) {
        std::fputs("the database cannot be opened\n", stderr);
        return 1;
    }
    storage::PhonebookTable book(**database);
    QRandomGenerator dice(1);
    QList<PhonebookEntry> all;
    for (int i = 0; i < entries; ++i)
        all.append(entry(i, dice));
    for (int i = 0; i < entries; i += 1000)
        if (!book.put(all.mid(i, 1000)))
            return 1;

    const NumberRules rules;
    int found = 0;
    const double number = p99([&](int) {
        const auto& wanted = all.at(dice.bounded(entries)).match.phone;
        found += book.byNumber(PhoneNumber::read(wanted, rules), rules).isEmpty() ? 0 : 1;
    });
    const double unknown = p99([&](int i) {
        (void)book.byNumber(PhoneNumber::read(u"+1415555%1"_s.arg(i, 4, 10, '0'_L1), rules), rules);
    });
    // As typed: each beginning of a name, the single letters included.
    QString typed;
    QString target;
    const double name = p99([&](int) {
        if (typed.size() >= target.size()) {
            target = all.at(dice.bounded(entries)).match.name;
            typed.clear();
        }
        typed = target.left(typed.size() + 1);
        (void)book.byName(typed, 12);
    });
    const double twoWords = p99([&](int) {
        const auto parts = all.at(dice.bounded(entries)).match.name.split(u' ');
        (void)book.byName(parts.at(1).left(3) + u' ' + parts.at(0).left(2), 12);
    });
    std::printf("phonebook_number_p99 %.3f ms\n", number);
    std::printf("phonebook_unknown_number_p99 %.3f ms\n", unknown);
    std::printf("phonebook_name_p99 %.3f ms\n", name);
    std::printf("phonebook_two_words_p99 %.3f ms\n", twoWords);
    const bool isGood = number <= numberBudget && unknown <= numberBudget && name <= nameBudget
        && twoWords <= nameBudget && found == questions;
    return isGood ? 0 : 1;
}
