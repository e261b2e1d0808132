// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline.h"

#include "app/core/settings.h"
#include "app/core/teluri.h"

#include <QDir>
#include <QMap>

#include <algorithm>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    //! How many arguments a command takes, and which options of its own.
    struct Shape
    {
        int least = 0;
        int most = 0;
        QStringList options = {};
    };

    const QMap<QString, Shape>& shapes()
    {
        static const QMap<QString, Shape> table{
            {u"link"_s, {1, 1}},
            {u"dial"_s, {1, 1}},
            {u"hangup"_s, {0, 0, {u"call"_s}}},
            {u"hold"_s, {0, 0, {u"call"_s}}},
            {u"resume"_s, {0, 0, {u"call"_s}}},
            {u"answer"_s, {0, 0, {u"call"_s}}},
            {u"transfer"_s, {1, 1, {u"call"_s}}},
            {u"note"_s, {1, 1, {u"call"_s}}},
            {u"open-record"_s, {0, 0, {u"call"_s}}},
            {u"status"_s, {}},
            {u"calls"_s, {}},
            {u"history"_s, {0, 0, {u"limit"_s, u"pending"_s}}},
            {u"lookup"_s, {1, 1}},
            {u"diagnose"_s, {0, 0, {u"report"_s, u"with-personal-data"_s}}},
            {u"sign-in"_s,
             {1,
              1,
              {u"kind"_s, u"url"_s, u"client-id"_s, u"extension"_s, u"login-url"_s,
               u"secret-stdin"_s}}},
            {u"sign-out"_s, {1, 1}},
            {u"settings"_s, {1, 3}},
            {u"quit"_s, {}},
        };
        return table;
    }

    bool isFlag(const QString& option)
    {
        static const QStringList flags{u"json"_s,        u"minimized"_s, u"help"_s,
                                       u"version"_s,     u"pending"_s,   u"with-personal-data"_s,
                                       u"secret-stdin"_s};
        return flags.contains(option);
    }

    bool isGeneral(const QString& option)
    {
        static const QStringList general{u"profile"_s, u"policy"_s, u"log-level"_s,
                                         u"log"_s,     u"json"_s,   u"minimized"_s,
                                         u"help"_s,    u"version"_s};
        return general.contains(option);
    }

    Error usage(const QString& sentence)
    {
        return {Error::Kind::Rejected, sentence};
    }

    Result<Done> checkShape(const CommandLine& line)
    {
        const auto shape = shapes().constFind(line.command);
        if (shape == shapes().cend())
            return usage(u"There is no command “%1”. See --help."_s.arg(line.command.left(60)));
        if (line.arguments.size() < shape->least || line.arguments.size() > shape->most)
            return usage(u"“%1” takes %2. See --help."_s.arg(
                line.command,
                shape->most == 0 ? u"no further words"_s : u"another number of words"_s));
        for (auto option = line.options.keyBegin(); option != line.options.keyEnd(); ++option)
            if (!shape->options.contains(*option))
                return usage(u"“%1” has no option --%2. See --help."_s.arg(line.command, *option));
        if (line.command == "sign-in"_L1 || line.command == "sign-out"_L1) {
            const auto& side = line.arguments.constFirst();
            if (side != "pbx"_L1 && side != "salesforce"_L1)
                return usage(u"Say which: %1 pbx, or %1 salesforce."_s.arg(line.command));
            static const QStringList ofPbx{u"kind"_s, u"url"_s, u"extension"_s};
            static const QStringList ofSalesforce{u"login-url"_s};
            for (const auto& option : side == "pbx"_L1 ? ofSalesforce : ofPbx)
                if (line.options.contains(option))
                    return usage(u"“%1 %2” has no option --%3. See --help."_s.arg(line.command,
                                                                                  side, option));
        }
        if (line.options.contains(u"limit"_s)) {
            bool isNumber = false;
            if (line.options.value(u"limit"_s).toInt(&isNumber) < 0 || !isNumber)
                return usage(u"--limit takes a number."_s);
        }
        if (line.command == "settings"_L1) {
            static const QMap<QString, QList<qsizetype>> words{{u"list"_s, {1}},
                                                               {u"get"_s, {2}},
                                                               {u"set"_s, {3}},
                                                               {u"export"_s, {1, 2}},
                                                               {u"import"_s, {2}}};
            if (!words.value(line.arguments.constFirst()).contains(line.arguments.size()))
                return usage(
                    u"Use settings list, get KEY, set KEY VALUE, export [FILE], or import FILE."_s);
        }
        return Done{};
    }

    void takeGeneral(CommandLine& line, const QString& option, const QString& value)
    {
        if (option == "profile"_L1)
            line.profile = value;
        else if (option == "policy"_L1)
            line.policyFile = value;
        else if (option == "log-level"_L1)
            line.logLevel = value;
        else if (option == "log"_L1)
            line.logFile = value;
        else if (option == "json"_L1)
            line.wantsJson = true;
        else if (option == "minimized"_L1)
            line.isMinimized = true;
        else if (option == "help"_L1)
            line.wantsHelp = true;
        else
            line.wantsVersion = true;
    }

    bool isProfileName(const QString& name)
    {
        if (name.isEmpty() || name.size() > 64 || name.startsWith(u'.'))
            return false;
        return std::all_of(name.cbegin(), name.cend(), [](QChar c) {
            return c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.';
        });
    }

} // namespace

Result<CommandLine> readCommandLine(const QStringList& words)
{
    CommandLine line;
    QStringList plain;
    bool onlyWords = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString& word = words.at(i);
        if (!onlyWords && word == "-h"_L1) {
            line.wantsHelp = true;
            continue;
        }
        if (onlyWords || !word.startsWith("--"_L1)) {
            plain.append(word); // an empty one too: settings set KEY ""
            continue;
        }
        if (word == "--"_L1) {
            onlyWords = true;
            continue;
        }
        const auto equals = word.indexOf(u'=');
        const QString option = word.mid(2, equals < 0 ? -1 : equals - 2);
        QString value = equals < 0 ? QString() : word.mid(equals + 1);
        if (isFlag(option))
            value = u"1"_s;
        else if (equals < 0 && i + 1 < words.size())
            value = words.at(++i);
        else if (equals < 0)
            return usage(u"--%1 needs a value. See --help."_s.arg(option));
        if (isGeneral(option))
            takeGeneral(line, option, value);
        else
            line.options.insert(option, value);
    }
    if (!isProfileName(line.profile))
        return usage(u"A profile's name has letters, digits, “-”, “_” and “.”, 64 at most."_s);
    static const QStringList levels{QString(), u"debug"_s, u"info"_s, u"warning"_s, u"critical"_s};
    if (!levels.contains(line.logLevel))
        return usage(u"--log-level is one of debug, info, warning, critical."_s);
    if (line.wantsHelp || line.wantsVersion)
        return line;
    if (plain.isEmpty()) {
        if (!line.options.isEmpty())
            return usage(
                u"There is no option --%1. See --help."_s.arg(line.options.keys().constFirst()));
        return line;
    }
    if (isDialUri(plain.constFirst()))
        plain.prepend(u"link"_s);
    else if (plain.constFirst() == "link"_L1)
        return usage(u"There is no command “link”. See --help."_s);
    line.command = plain.takeFirst();
    line.arguments = plain;
    if (const auto fits = checkShape(line); !fits)
        return fits.error();
    return line;
}

void makePathsAbsolute(CommandLine& line, const QString& folder)
{
    const auto makeAbsolute = [&folder](QString& path) {
        if (!path.isEmpty() && !folder.isEmpty())
            path = QDir::cleanPath(QDir(folder).absoluteFilePath(path));
    };
    if (const auto report = line.options.find(u"report"_s); report != line.options.end())
        makeAbsolute(*report);
    if (line.command != "settings"_L1 || line.arguments.size() < 2)
        return;
    const auto& word = line.arguments.constFirst();
    if (word == "import"_L1 || word == "export"_L1)
        makeAbsolute(line.arguments[1]);
    const auto* spec = findSetting(line.arguments.at(1));
    if (word == "set"_L1 && spec && spec->kind == SettingKind::FilePath)
        makeAbsolute(line.arguments[2]);
}

QString helpText()
{
    return uR"(Cloud One Companion: calls and Salesforce, side by side.

Usage: cloudone-companion [options] [command]

  (no command)            start, or show the window of the running one
  tel:… callto:… sip:…    call this link's number (asks first as dial.confirmLinks says)
  dial NUMBER             call from the own extension
  hangup hold resume answer transfer NUMBER note TEXT open-record
                          on the current call, or on --call ID
  status, calls           what is going on now
  history [--limit N] [--pending]
  lookup NUMBER           how a number is read, and whose it is
  diagnose [--report FILE [--with-personal-data]]
  sign-in pbx [--kind cloudone|asterisk] [--url URL] [--client-id ID] [--extension EXT] [--secret-stdin]
  sign-in salesforce [--login-url URL] [--client-id KEY] [--secret-stdin]
  sign-out pbx|salesforce
  settings list | get KEY | set KEY VALUE | export [FILE] | import FILE
  quit

Options:
  --json                  print for programs
  --profile NAME          settings and data of their own (default: default)
  --policy FILE           the organisation's policy
  --minimized             start without a window
  --log-level LEVEL       debug, info, warning or critical
  --log FILE              write the log there
  --version, --help

Exit status: 0 done, 1 refused (the reason is on standard error), 2 wrong usage,
3 no running instance, 4 no answer in time.
)"_s;
}

} // namespace companion
