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

    //! Options of the program itself, before or behind any command.
    const QMap<QString, QString CommandLine::*>& generalValues()
    {
        static const QMap<QString, QString CommandLine::*> table{
            {u"profile"_s, &CommandLine::profile},
            {u"policy"_s, &CommandLine::policyFile},
            {u"log-level"_s, &CommandLine::logLevel},
            {u"log"_s, &CommandLine::logFile},
        };
        return table;
    }

    const QMap<QString, bool CommandLine::*>& generalFlags()
    {
        static const QMap<QString, bool CommandLine::*> table{
            {u"json"_s, &CommandLine::wantsJson},
            {u"minimized"_s, &CommandLine::isMinimized},
            {u"help"_s, &CommandLine::wantsHelp},
            {u"version"_s, &CommandLine::wantsVersion},
        };
        return table;
    }

    bool isFlag(const QString& option)
    {
        static const QStringList ofCommands{u"pending"_s, u"with-personal-data"_s,
                                            u"secret-stdin"_s};
        return generalFlags().contains(option) || ofCommands.contains(option);
    }

    Error usage(const QString& sentence)
    {
        return {Error::Kind::Rejected, sentence};
    }

    Result<Done> checkWords(const CommandLine& line, const Shape& shape)
    {
        if (line.arguments.size() >= shape.least && line.arguments.size() <= shape.most)
            return Done{};
        return usage(u"“%1” takes %2. See --help."_s.arg(
            line.command, shape.most == 0 ? u"no further words"_s : u"another number of words"_s));
    }

    Result<Done> checkOptions(const CommandLine& line, const Shape& shape)
    {
        for (auto option = line.options.keyBegin(); option != line.options.keyEnd(); ++option)
            if (!shape.options.contains(*option))
                return usage(u"“%1” has no option --%2. See --help."_s.arg(line.command, *option));
        return Done{};
    }

    //! sign-in and sign-out say on which side, and each side has options of its own.
    Result<Done> checkSide(const CommandLine& line, const Shape& /*shape*/)
    {
        if (line.command != "sign-in"_L1 && line.command != "sign-out"_L1)
            return Done{};
        static const QMap<QString, QStringList> ofTheOther{
            {u"pbx"_s, {u"login-url"_s}}, {u"salesforce"_s, {u"kind"_s, u"url"_s, u"extension"_s}}};
        const auto& side = line.arguments.constFirst();
        const auto foreign = ofTheOther.constFind(side);
        if (foreign == ofTheOther.cend())
            return usage(u"Say which: %1 pbx, or %1 salesforce."_s.arg(line.command));
        for (const auto& option : *foreign)
            if (line.options.contains(option))
                return usage(
                    u"“%1 %2” has no option --%3. See --help."_s.arg(line.command, side, option));
        return Done{};
    }

    Result<Done> checkLimit(const CommandLine& line, const Shape& /*shape*/)
    {
        bool isNumber = true;
        const auto limit = line.options.constFind(u"limit"_s);
        if (limit != line.options.cend() && (limit->toInt(&isNumber) < 0 || !isNumber))
            return usage(u"--limit takes a number."_s);
        return Done{};
    }

    Result<Done> checkSettingsWords(const CommandLine& line, const Shape& /*shape*/)
    {
        static const QMap<QString, QList<qsizetype>> words{{u"list"_s, {1}},
                                                           {u"get"_s, {2}},
                                                           {u"set"_s, {3}},
                                                           {u"export"_s, {1, 2}},
                                                           {u"import"_s, {2}}};
        if (line.command != "settings"_L1
            || words.value(line.arguments.constFirst()).contains(line.arguments.size()))
            return Done{};
        return usage(
            u"Use settings list, get KEY, set KEY VALUE, export [FILE], or import FILE."_s);
    }

    Result<Done> checkShape(const CommandLine& line)
    {
        const auto shape = shapes().constFind(line.command);
        if (shape == shapes().cend())
            return usage(u"There is no command “%1”. See --help."_s.arg(line.command.left(60)));
        for (auto* const check :
             {checkWords, checkOptions, checkSide, checkLimit, checkSettingsWords})
            if (auto fits = check(line, *shape); !fits)
                return fits;
        return Done{};
    }

    void takeOption(CommandLine& line, const QString& option, const QString& value)
    {
        if (const auto text = generalValues().value(option))
            line.*text = value;
        else if (const auto flag = generalFlags().value(option))
            line.*flag = true;
        else
            line.options.insert(option, value);
    }

    //! Puts the options into \p line; the words that are none come back.
    Result<QStringList> takeOptions(CommandLine& line, const QStringList& words)
    {
        QStringList plain;
        for (qsizetype i = 0; i < words.size(); ++i) {
            const QString& word = words.at(i);
            if (word == "--"_L1)
                return plain + words.mid(i + 1);
            if (word == "-h"_L1) {
                line.wantsHelp = true;
                continue;
            }
            if (word == "-session"_L1
                && plain.isEmpty()) { // X11's session management: of no use to us
                ++i;
                continue;
            }
            if (!word.startsWith("--"_L1)) {
                plain.append(word); // an empty one too: settings set KEY ""
                continue;
            }
            const auto option = word.mid(2).section(u'=', 0, 0);
            const bool hasValue = word.contains(u'=');
            if (isFlag(option))
                takeOption(line, option, u"1"_s);
            else if (hasValue)
                takeOption(line, option, word.section(u'=', 1));
            else if (i + 1 < words.size())
                takeOption(line, option, words.at(++i));
            else
                return usage(u"--%1 needs a value. See --help."_s.arg(option));
        }
        return plain;
    }

    bool isProfileName(const QString& name)
    {
        if (name.isEmpty() || name.size() > 64 || name.startsWith(u'.'))
            return false;
        return std::all_of(name.cbegin(), name.cend(), [](QChar c) {
            return c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.';
        });
    }

    Result<Done> checkGeneral(const CommandLine& line)
    {
        static const QStringList levels{QString(),     u"debug"_s, u"info"_s, u"warning"_s,
                                        u"critical"_s, u"warn"_s,  u"error"_s};
        if (!isProfileName(line.profile))
            return usage(u"A profile's name has letters, digits, “-”, “_” and “.”, 64 at most."_s);
        if (!levels.contains(line.logLevel))
            return usage(u"--log-level is one of debug, info, warning, critical."_s);
        return Done{};
    }

    //! Takes the command and what stands behind it from \p words, of which there is one at least.
    Result<Done> takeCommand(CommandLine& line, QStringList words)
    {
        if (isDialUri(words.constFirst()))
            words.prepend(u"link"_s);
        else if (words.constFirst() == "link"_L1)
            return usage(u"There is no command “link”. See --help."_s);
        line.command = words.takeFirst();
        line.arguments = words;
        return checkShape(line);
    }

} // namespace

Result<CommandLine> readCommandLine(const QStringList& words)
{
    CommandLine line;
    const auto plain = takeOptions(line, words);
    if (!plain)
        return plain.error();
    if (const auto fits = checkGeneral(line); !fits)
        return fits.error();
    if (line.wantsHelp || line.wantsVersion)
        return line;
    if (!plain->isEmpty()) {
        const auto taken = takeCommand(line, *plain);
        return taken ? Result<CommandLine>(line) : taken.error();
    }
    if (!line.options.isEmpty())
        return usage(
            u"There is no option --%1. See --help."_s.arg(line.options.keys().constFirst()));
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
