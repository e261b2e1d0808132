// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/settings.h"

#include <QList>
#include <QWidget>

#include <utility>

class QListWidget;

namespace companion {

//! \brief The input of one setting: a switch, a list, a line, …; its value is spelled as the key's
//! values are. Says when a value has been entered completely.
class SettingInput : public QWidget
{
    Q_OBJECT

public:
    using Choices = QList<std::pair<QString, QString>>;

    //! \p label: for a switch, which labels itself. \p choices: what lists and choices are called.
    SettingInput(const SettingSpec& spec, const QString& label, const Choices& choices,
                 QWidget* parent = nullptr);

    [[nodiscard]] QString value() const;
    void setValue(const QString& value);
    //! Hands in what has been typed and not yet entered.
    void commit();
    [[nodiscard]] bool isBeingEdited() const;
    void setChoices(const Choices& choices);

Q_SIGNALS:
    void entered(const QString& value);
    void typing(); //!< not complete yet: an error shown may be stale

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeEditor(const SettingSpec& spec, const QString& label, const Choices& choices);
    QWidget* makeChoice(const Choices& choices);
    QWidget* makeChecks(const Choices& choices);
    QWidget* makeOrderedList(const Choices& choices);
    QWidget* makeNumber();
    QWidget* makeKeys();
    QWidget* makeLine(const SettingSpec& spec);
    QWidget* makeRegion();
    void moveCurrent(QListWidget* list, int rows);
    void enter();

    QString m_key;
    QString m_shown; //!< the value as set or entered last
    QWidget* m_editor;
};

} // namespace companion
