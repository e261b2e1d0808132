// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/crmlink.h"

#include <QHash>
#include <QList>
#include <QScrollArea>

class QVBoxLayout;

namespace companion {

class CrmFieldInput;
class Field;

//! \brief The fields of a record to be created: the usual ones, and what the org demands besides.
//!
//! Scrolls when it has less room than it needs. What was typed outlives the fields: it stands
//! there again when its field is shown once more.
class CrmRecordForm : public QScrollArea
{
    Q_OBJECT

public:
    explicit CrmRecordForm(QWidget* parent = nullptr);

    //! \p described: what the org says of \p object; the usual fields alone while it is not known.
    void setObject(const QString& object, const QList<CrmField>& described);
    void setShowsAll(bool showsAll); //!< optional fields as well
    [[nodiscard]] bool hasMore() const { return m_hasMore; } //!< than is shown by itself

    //! By API name, of all fields that were ever typed in.
    [[nodiscard]] QHash<QString, QString> typed() const;
    void setTyped(const QHash<QString, QString>& values);
    //! By API name, of the fields that are shown and not empty.
    [[nodiscard]] QHash<QString, QString> values() const;

    void setInputEnabled(bool isEnabled);
    //! Whether every required field is filled in; tells the person where it is not.
    bool checkRequired();
    //! At the field, which is brought up if it was not shown; false: there is none of that name.
    bool showProblem(const QString& field, const QString& sentence);
    void clearProblems();
    void focusFirstProblem();
    void focusFirst();

    [[nodiscard]] QList<QWidget*> editors() const; //!< from the top
    [[nodiscard]] int heightFor(int width) const; //!< with nothing scrolled away

Q_SIGNALS:
    void rebuilt(); //!< other fields, in need of other room

private:
    struct Row
    {
        CrmField field;
        Field* widget = nullptr;
        CrmFieldInput* input = nullptr;
    };

    void rebuild();
    void addRow(const CrmField& field);
    [[nodiscard]] bool isShown(const CrmField& field) const;
    [[nodiscard]] const Row* rowFor(const QString& field) const;
    [[nodiscard]] QString focusedField() const;

    QString m_object;
    QList<CrmField> m_described;
    QHash<QString, QString> m_typed; //!< by API name; outlives the rows
    QStringList m_askedBack; //!< optional fields the server complained about
    QList<Row> m_rows;
    QWidget* m_form = nullptr;
    QVBoxLayout* m_column = nullptr;
    bool m_showsAll = false;
    bool m_hasMore = false;
    bool m_isInputEnabled = true;
};

} // namespace companion
