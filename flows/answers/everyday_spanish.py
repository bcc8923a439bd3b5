"""The commonest words of Spanish, which stand around what somebody names."""

from __future__ import annotations

from typing import Final

from flows.answers.wording import vocabulary

COMMON_SPANISH: Final = vocabulary(
    """
    abierto abogado abrir aca acceso accion acciones aceptar acerca actitud actividad actividades acto actos
    administracion aeropuerto afuera agua aire aires alcalde alemania alma alrededor alta alto altura ambas ambiente
    ambos amigos amo amor analisis anda animales anteriores antigua antiguo antonio aparece aplicacion apoyo
    aprender aquel aquellos argentino arte articulo articulos artista artistas asamblea asociacion aspecto aspectos
    asunto asuntos atencion atras aumento auto autor autoridad autoridades ayudar azul baja bajo banco banda barrio
    basta bastante basura batalla belleza blog boca brasil buen busca buscando buscar busqueda cabeza cabo cadena
    caer cafe calidad calle calles calor camara cambiar cambios camino campo canal cancion canciones candidato
    cantidad capacidad capaz capitan caracter caracteristicas carcel carga cargo carlos carne carrera carta casas
    caso casos causa centro centros cerca chica chicas chico chicos chile cielo ciencia ciencias cierta cine cita
    ciudad ciudadanos ciudades clase clases clave coche cocina codigo colegio comentario comentarios comenzo comer
    comercio comida comienza comision comite companero companeros compania compartir competencia completa
    completamente completo comprar comun comunicacion comunidad comunidades concepto conciencia condiciones
    confianza conflicto conjunto conocer conocido conocimiento consecuencia conseguir consejo considera constitucion
    construccion construir consumo contacto contar contenido contexto contigo continuacion contrario contrato copa
    corazon correo corrupcion corte corto costa creacion crear crecimiento credito cree creen creer crees crisis
    critica cruz cualquiera cuarto cuentas cuerpo cuesta culpa cultura cultural cumplir curso cuya cuyo dando
    dano darle das datos debajo debate debemos deben deberia deberian debes debido decir decisiones declaracion
    defensa deja delante demanda demas demasiado democracia dentro departamento depende derecha derecho derechos
    desarrollo deseo destino detalles detras dices dicha dicho diciendo diferencia diferente diferentes dificil diga
    digo dije dinero direccion directamente directo discurso diseno distancia distintas distintos distribucion
    distrito diversas diversos doble documento documentos dolares dolor domingo don dormir doy dudas dulce duro
    economia economica economico ecuador edad edicion edificio educacion efecto efectos ejemplo ejercicio eleccion
    electoral elegir elementos ello embargo empleados empleo empresa empresas encanta encontrar encuentra encuentran
    encuentro energia enfermedad enorme entender entiende entiendo entra entrada entrar entrevista equipo equipos
    eres error errores escena escribio escribir escrito escuchar escuela escuelas esfuerzo espacio espanol espanola
    espanoles especial especialmente especie espera esperando esperanza esperar espero espiritu esposa estaban
    estacion estados estadounidense estara estaria estatal esten estilo estructura estudiantes estudiar estudio
    estudios estuvo europa europea evento evitar excelente existe existen existencia exito experiencia explica
    expresion exterior extrano facil facultad falta familia familiar familiares familias favor fecha feliz fernando
    festival fiesta figura finalmente fines fiscal fisica flores fondo fondos forma formacion formas fotos frances
    francia francisco frontera fuego fuente fuentes fuera fueron fuertes fuerza fuerzas funcion funciona funciones
    fundacion futbol futuro gana ganado ganar ganas gano garcia generacion generales genero genial gente gestion
    gobernador golpe grado gran grande grandes gratis grave grupo grupos gustan gustaria haber habian habitantes
    habla hablan hablando hablar hablo habra habria hacemos hacen hacerlo haces haciendo hagan hambre hara haya
    hayan hechos hemos hermanos hicieron hijos historia historias historico hogar hombre hombres honor hubiera
    humana humano humanos iba identidad idioma ido iglesia imagen imagenes importa importancia importante
    importantes imposible impuestos incluso incluye incluyendo increible independencia independiente industria
    influencia informacion informe ingles ingresos inicio inmediatamente instituciones instituto inteligencia
    intencion intento interes interesante intereses interior internacional internacionales inversion investigacion
    isla izquierda jajaja jamas japon jefe jorge jose joven jovenes juan judicial juego juegos juez jugador
    jugadores jugar juicio junta junto juntos justicia justo larga largo leche lee leer lengua lenguaje leon ley
    leyes libertad libre libro libros lider lineas lista listo literatura llamar llega llegado llegar llego llena
    lleno lleva llevan llevar locales loco lograr londres lopez lucha lugares luis luna maestro mal mala malo mando
    manera mantener manuel marcha marco maria materia matrimonio maximo mayores mayoria mediante medida medidas
    medios mejorar mejores memoria menor menores mensaje mensajes mente mesa metros mexicano miedo miembro miembros
    mientras miguel mil millones minimo ministerio mira mirada mirar mision mismas mismos mitad modelo modo momentos
    morir motivo movimiento movimientos muestra mujer mujeres mundial mundo municipal musica nacion nacional
    nacionales naciones naturales naturaleza necesario necesidad necesidades necesita necesitamos necesitan
    necesitas negocio negocios negra nina nino ninos nivel niveles nombres norte nosotros nota noticia noticias
    novela nuestra nuestras nuestro nuestros nuevas nueve nuevos numero numeros objetivo objetivos objeto obra obras
    obstante obtener ocasiones ocurre odio oficial oficiales oficina ofrece ojala ojo opcion operacion operaciones
    oportunidad oposicion orden organizacion organizaciones origen oro pablo padres pagar pagina paginas pago pais
    paises palabra palabras pan pantalla papel par parecen parecer parecia pareja parque partes participacion
    participar partir pasa pasan pasando pasar pase paz pedido pedir pedro pelicula peliculas peligro pena pensando
    pensar pense peor pequena pequenas pequeno pequenos perder perdida perdido perfecto perfil periodo permiso
    permite perro personaje personajes personas pesar peso pide pie piedra piensa pienso pies piso planes planeta
    planta plata playa plaza plazo poblacion pobre pobres pobreza podemos poder podia podido podra podrian politicas
    pone poner posibilidad posible posicion practica precio precios pregunta preguntas premio prensa presencia
    presenta presente presion presupuesto primeras primeros principal principales principalmente principios privada
    privado probablemente problema problemas proceso produccion profesional profesionales profesor profesores
    programa programas promedio propia propias propiedad propio propios proposito propuesta proteccion provincia
    proxima proximo proyecto proyectos prueba pruebas publica publicacion publicado publicas publico publicos
    pudiera pudo pueblo pueblos pueda puedan pueden puedes puente puerta puertas punto puso queda quedan quedar
    quedo queremos querer queria querido quienes quiera quieras quiere quieren quieres quisiera rapido raro razon
    razones reales realidad realizar realmente recibido recibio recibir recien reconocimiento recuerda recursos
    redes referencia reforma registro reglas regreso reina reino relacion relaciones representa resistencia respecto
    respeto responsabilidad responsable respuesta resulta resultado resultados reunion revista revolucion rey rica
    riesgo rio rusia sabemos saben sabes sabia sacar sala salida salir salud saludos salvo sanchez sangre santa
    santiago santo sean seccion secretario sector sede seguir segunda segundo segundos seguridad seleccion senor
    sentido sentir sera seran serie serio servicio servicios siente siento siglo significa sigue siguen siguiente
    siguientes silencio simplemente siquiera sirve sistema sistemas sitio situacion sociales sociedad soldados
    solucion somos sos suelo suena sueno suerte superior supone supuesto sur tales tamano tanta tantas tantos tarea
    teatro tecnica tecnologia telefono television tema temas tendra tendria tenemos tener tengan tengas tenian
    teniendo teoria tercer tercera termina termino terminos terreno territorio texto tienen tienes tierra tierras
    tipos titulo toma tomar tomo totalmente trabaja trabajadores trabajando trabajar trabajo trabajos transporte
    tras trata tratado tratando tratar traves tribunal triste tus tuvieron tuvo ultimos unica unico unidad unido
    unidos universidad uruguay ustedes usuario usuarios vale valencia valor valores vamos van vas vaya vecinos
    velocidad vemos ven venir venta veo verano verdad verdadero ves viaje victoria vida vidas videos vieja viejo
    viendo viene vienen villa vino vio vision visita vista visto viva vive viven vivir vivo voluntad volver volvio
    vos votar voto votos voz vuelta vuelve web zonas
    """
)
