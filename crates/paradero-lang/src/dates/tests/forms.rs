//! Dates as case files, forms, bulletins and long sentences have them (invented; the patterns are those of real files).

use super::check;
use paradero_model::Lang;

#[test]
fn dates_of_case_files_are_read() {
    check(
        Lang::Es,
        Some("2007-08-30"),
        &[
            ("Fines 09.1973.", "Fines 09.1973=1973-09~"),
            ("A mediados de 07.1978.", "A mediados de 07.1978=1978-07~"),
            ("Mediados 07.1978.", "Mediados 07.1978=1978-07~"),
            ("Probablemente 05-06.10.1976.", "Probablemente 05-06.10.1976=1976-10-05?/1976-10-06?"),
            ("13-14.06.1977.", "13-14.06.1977=1977-06-13/1977-06-14"),
            ("24 o 26.06.1976.", "24 o 26.06.1976=[1976-06-24,1976-06-26]"),
            ("14.08.1970 y 29.11.1970.", "14.08.1970=1970-08-14; 29.11.1970=1970-11-29"),
            ("Entre el 30.10.1976 y el 05.11.1976.", "Entre el 30.10.1976 y el 05.11.1976=1976-10-30/1976-11-05"),
            ("Después del 24-26.07.1976, momento en que la vieron", "Después del 24-26.07.1976=1976-07-24/.."),
            ("Probablemente antes del 06.10.1976.", "Probablemente antes del 06.10.1976=../1976-10-06?"),
            ("desde el 01.10.1973.", "desde el 01.10.1973=1973-10-01/.."),
            (
                "Desde la última semana del mes de setiembre de 1973.",
                "Desde la última semana del mes de setiembre de 1973=1973-09-24~/..",
            ),
            ("Fines 1981 o principios 1982.", "Fines 1981 o principios 1982=[1981~,1982~]"),
            ("00.09-10.1978.", "00.09-10.1978=1978-09/1978-10"),
            (
                "10-11.06.1976 (según una comisión). 01-02.06.1976 (según otra)",
                "10-11.06.1976=1976-06-10/1976-06-11; 01-02.06.1976=1976-06-01/1976-06-02",
            ),
            ("Presumiblemente 21.06.1976.", "Presumiblemente 21.06.1976=1976-06-21?"),
            ("7 de setiembre de 1939", "7 de setiembre de 1939=1939-09-07"),
            ("1° de diciembre de 1944", "1° de diciembre de 1944=1944-12-01"),
            ("8 de agosto de 1975.-", "8 de agosto de 1975=1975-08-08"),
            ("Requerido el 31/1/973 y el 18-2-971.", "31/1/973=1973-01-31; 18-2-971=1971-02-18"),
            ("1º de Diciembre/949", "1º de Diciembre/949=1949-12-01"),
            ("IV/973", "IV/973=1973-04"),
        ],
    );
}

#[test]
fn dates_of_forms_are_read() {
    check(
        Lang::Es,
        Some("2025-07-23"),
        &[
            ("FECHA: 12/03/1976", "12/03/1976=1976-03-12"),
            ("FECHA DE NACIMIENTO: 3-MAY-1954\nLUGAR: Rivera", "3-MAY-1954=1954-05-03"),
            ("Fecha de detención: 12 / 03 / 1976 Hora: 14:30", "12 / 03 / 1976=1976-03-12"),
            ("NACIDO EL 7 DE SETIEMBRE DE 1939", "7 DE SETIEMBRE DE 1939=1939-09-07"),
            ("Desaparecida: 09/1976", "09/1976=1976-09"),
            ("Exp. 1234/2019, Oficio 11/2016, C.I. 1.234.567", ""),
            ("Teléfono 2025-07-18-33, IP 10.2.20.25", ""),
            ("| 24/03/1976 | 15:00 |", "24/03/1976=1976-03-24"),
        ],
    );
    check(
        Lang::En,
        Some("2025-07-23"),
        &[
            ("DATE: 03/12/1976", "03/12/1976=1976-03-12"),
            ("DATE OF BIRTH: MAY 3, 1954", "MAY 3, 1954=1954-05-03"),
            ("Date of arrest: 4-Jul-25 Time: 14:30", "4-Jul-25=2025-07-04"),
            ("LAST SEEN: JUNE 2023", "JUNE 2023=2023-06"),
        ],
    );
}

#[test]
fn dates_inside_long_sentences_are_read() {
    check(
        Lang::Es,
        Some("2025-07-23"),
        &[
            (
                "La familia, que desde el 3 de mayo no sabe nada de él, presentó dos semanas después del arresto, el martes, un amparo \
                 que el juzgado rechazó este miércoles y que será visto de nuevo en septiembre.",
                "desde el 3 de mayo=2025-05-03/..; martes=2025-07-22; este miércoles=2025-07-23; septiembre=2025-09",
            ),
            (
                "Boletín nº 14/2025. Entre el 1 y el 15 de junio hubo 12 detenciones; tres días después de la marcha del 24 de junio, 4 más.",
                "Entre el 1 y el 15 de junio=2025-06-01/2025-06-15; 24 de junio=2025-06-24",
            ),
        ],
    );
    check(
        Lang::En,
        Some("2025-07-23"),
        &[(
            "Two days after his May 3 arrest, and less than a week before the June 12 hearing, his lawyer said on Tuesday that more than \
             200 people had been held since the end of last year.",
            "May 3=2025-05-03; less than a week before the June 12=2025-06-05/2025-06-12; Tuesday=2025-07-22; since the end of last year=2024~/..",
        )],
    );
}
