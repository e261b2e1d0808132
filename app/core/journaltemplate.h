// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace companion {

//! \brief The journal's template language: text with `{{.Name}}` and
//! `{{if .Name}}…{{else}}…{{end}}`, as in Go's text/template (DESIGN 7, Journal).
//!
//! Parsed once, rendered for each call. Conditions nest; an empty value is false; `{{-` and `-}}`
//! trim white space as in Go.
class JournalTemplate
{
public:
    //! Rejected with the place ("line 2, column 5") in detail when it does not parse or names a
    //! variable that does not exist.
    static Result<JournalTemplate> parse(const QString& text);

    [[nodiscard]] QString render(const QHash<QString, QString>& values) const;

    //! Every variable that may be used, in the order to offer them.
    static const QStringList& variables();

private:
    struct Node
    {
        enum class Kind { Text, Variable, Condition };

        Kind kind = Kind::Text;
        QString text; //!< the text, or the variable's name
        QList<Node> then = {};
        QList<Node> otherwise = {};
    };
    class Parser;

    static void renderInto(QString& out, const QList<Node>& nodes,
                           const QHash<QString, QString>& values);

    QList<Node> m_nodes;
};

} // namespace companion
