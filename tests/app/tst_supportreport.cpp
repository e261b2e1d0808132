// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/supportreport.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace companion;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

text::DiagnosisFacts factsOf(const QString& name)
{
    text::DiagnosisFacts facts;
    facts.pbx.state = LinkState::Connected;
    facts.pbx.extension = u"1050"_s;
    facts.pbx.name = name;
    facts.crm.state = LinkState::Connected;
    facts.crm.user = name;
    facts.crm.email = u"ann.lee@acme.example"_s;
    return facts;
}

} // namespace

class TestSupportReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_layers = {};
        m_logs = m_folder->filePath(u"log"_s);
        m_to = m_folder->filePath(u"deep/report"_s);
        QVERIFY(QDir().mkpath(m_logs));
        write(
            m_logs + u"/companion.log"_s,
            "10:00 companion.pbx: call from +14155551212\n"
            "10:01 companion.net: GET https://pbx.acme.example/openapi/v1.0/x?access_token=Zx81\n");
        m_layers.user.insert(u"pbx.url"_s, u"https://pbx.acme.example"_s);
        m_layers.user.insert(u"popup.trigger"_s, u"answered"_s);
    }

    void nothingPersonalOrSecretIsInIt()
    {
        QVERIFY(writeSupportReport(m_to, report(false)));
        const QByteArray all =
            contentOf(m_to + u"/diagnosis.json"_s) + contentOf(m_to + u"/companion.log"_s);
        QVERIFY(all.contains("answered")); // of the settings
        QVERIFY(all.contains("companion.pbx")); // of the log
        for (const char* hidden : {"Ann Lee", "ann.lee", "4155551212", "Zx81", "pbx.acme.example"})
            QVERIFY2(!all.contains(hidden), hidden);
    }

    void nobodyElseCanReadIt()
    {
        QVERIFY(writeSupportReport(m_to, report(true)));
        constexpr auto others = QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther;
        for (const auto& name : {u""_s, u"/diagnosis.json"_s, u"/companion.log"_s})
            QVERIFY2(!(QFile::permissions(m_to + name) & others), qPrintable(name));
    }

    void whatIsPersonalIsInItOnWish()
    {
        QVERIFY(writeSupportReport(m_to, report(true)));
        const auto found = contentOf(m_to + u"/diagnosis.json"_s);
        QVERIFY(found.contains("pbx.acme.example"));
        QVERIFY(!contentOf(m_to + u"/companion.log"_s).contains("Zx81")); // a secret is one anyhow
    }

    void folderThatCannotBeMadeIsSaid()
    {
        const QString file = m_folder->filePath(u"file"_s);
        write(file, "in the way");
        const auto written = writeSupportReport(file + u"/report"_s, report(false));
        QVERIFY(!written);
        QCOMPARE(written.error().kind, Error::Kind::Storage);
        QCOMPARE(contentOf(file), QByteArray("in the way"));
    }

    void eachProblemSaysWhatToDo()
    {
        text::DiagnosisFacts facts; // signed out, without a key store
        facts.pbx.firmwareTooOld = true;
        facts.pbx.firmware = u"83.0.0.1"_s;
        facts.pbx.deaf = true;
        facts.settingProblems = {u"“popup.when” is no setting."_s};
        facts.waitingEntries = 2;
        const auto checks = text::diagnosisChecks(facts);
        QCOMPARE(checks.size(), 7);
        for (const auto& check : checks) {
            QVERIFY2(!check.isGood, qPrintable(check.title));
            QVERIFY2(!check.text.isEmpty(), qPrintable(check.title));
        }
        const auto advice = [&](const QString& title) {
            const auto at = std::find_if(checks.cbegin(), checks.cend(),
                                         [&](const auto& check) { return check.title == title; });
            return at == checks.cend() ? QString() : at->advice;
        };
        QVERIFY(advice(u"PBX firmware"_s).contains(u"84.21.0.66"_s));
        QVERIFY(advice(u"PBX events"_s).contains(u"Call Status Monitor"_s));
        QVERIFY(advice(u"Key store"_s).contains(u"gnome-keyring"_s));
        QVERIFY(!advice(u"Settings"_s).isEmpty());
    }

    void allIsWellWhenItIs()
    {
        auto facts = factsOf(u"Ann Lee"_s);
        facts.keepsSecrets = true;
        const auto checks = text::diagnosisChecks(facts);
        for (const auto& check : checks)
            QVERIFY2(check.isGood && check.advice.isEmpty(), qPrintable(check.title));
    }

private:
    [[nodiscard]] SupportReport report(bool withPersonalData) const
    {
        return {.diagnosis = diagnosisToJson(text::diagnosisChecks(factsOf(u"Ann Lee"_s))),
                .settings = m_layers,
                .logFolder = m_logs,
                .withPersonalData = withPersonalData};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_logs;
    QString m_to;
    SettingLayers m_layers;
};

QTEST_GUILESS_MAIN(TestSupportReport)
#include "tst_supportreport.moc"
