// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QString>
#include <QWidget>

#include <functional>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace companion {

//! \brief Writes a journal template: variables to pick, what it will look like, and the place of
//! what cannot be read. Hands in only what parses.
class TemplateEditor : public QWidget
{
    Q_OBJECT

public:
    //! What the template makes of an example call; the error names the place.
    using Preview = std::function<Result<QString>(const QString& written)>;

    enum class Size { OneLine, SeveralLines };
    TemplateEditor(const QString& key, Size size, QWidget* parent = nullptr);

    void setPreview(const Preview& preview);
    void setValue(const QString& value);
    [[nodiscard]] QString value() const;
    [[nodiscard]] bool isBeingEdited() const;
    //! Hands in what has been typed, if it parses.
    void commit();

Q_SIGNALS:
    void entered(const QString& value);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void insertVariable(const QString& name);
    void showResult();
    void showProblem(const QString& detail);
    [[nodiscard]] static QString explained(const QString& detail);

    QString m_shown;
    QString m_default;
    Size m_size;
    Preview m_preview;
    bool m_isGood = true;
    QPlainTextEdit* m_edit;
    QPushButton* m_reset;
    QLabel* m_result;
    QLabel* m_problem;
};

} // namespace companion
